import { mock } from "heddle/mock";
import { WachtClient } from "../generated/typescript/wacht/index.js";
import { execute, stream } from "./agent.js";
import { create, list, update } from "./contexts.js";
import { errors } from "./errors.js";
import { limit } from "./limit.js";
import { chapter, outcome } from "./page.js";
import { sessions } from "./sessions.js";

// Both versions of the API, served from their schemas, and the generated clients that call them.
const start = performance.now();
const [current, older] = await Promise.all([mock({ schema: "schema/wacht/api.yaml" }), mock({ schema: "schema/wacht-v0/api.yaml" })]);
chapter("Serve the schemas");
outcome("schema/wacht", current.url);
outcome("schema/wacht-v0", older.url, `ready in ${Math.round(performance.now() - start)} ms`);

const client = new WachtClient({ apiKey: "wk_live_demo", baseUrl: current.url });
const { id } = await create(client);
await list(client);
await update(client, id);
await execute(client, id);
await stream(client, id);
await limit(client);
await sessions(older.url);
await older.close();
await errors(client, id, older.url);
await current.close();
