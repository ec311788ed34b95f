import { spawnSync } from "node:child_process";
import path from "node:path";
import { ready } from "./ready.mjs";

await ready();

const root = path.join(import.meta.dirname, "..");
const heddle = path.join(root, "dist/heddle.js");
const { status } = spawnSync(process.execPath, [heddle, "generate", "--full"], { cwd: root, stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

console.log(`
Both clients are up to date. In an app, say one beside this folder:

  import { WachtClient } from "../heddle/generated/typescript/wacht/index.js";

  const client = new WachtClient("wk_live_...");
  const contexts = await client.ai.listExecutionContexts().limit(10).send();

Try next:
  schema/wacht/api.yaml     the schema they are made from; change it and run npm start again
  npx heddle --help         the commands
  npm test                  the tests
  README.md                 the rest`);
