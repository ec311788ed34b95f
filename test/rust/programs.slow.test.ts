import path from "node:path";
import { describe, expect, it } from "vitest";
import { mock } from "heddle/mock";
import { cargo, hasCargo } from "./support/cargo.js";

const folder = path.join(import.meta.dirname, "programs");
const schemas = path.join(import.meta.dirname, "../../schema");

/** What each program prints, by its name; the API is the one that it calls. */
const programs = [
  {
    name: "contexts",
    api: "wacht",
    prints: [
      "Customer Support Context is active",
      "1 of sales, more: true",
      "all of sales: Front office, Archive",
      'Cellar is Some("archived")',
      "Front office stays",
      "raw: 200 OK after 1 attempt",
    ],
  },
  {
    name: "agent",
    api: "wacht",
    prints: [
      "answer: I have sent you a link.",
      "answer: Thank you. That is the right file.",
      "text: I have sent ",
      "tool: send_reset_link",
      "text: you a link.",
      "completed",
    ],
  },
  {
    name: "failures",
    api: "wacht",
    prints: [
      "refused: ai.list_execution_contexts: InvalidArgument: limit must be 1 to 100",
      "not found: ai.update_execution_context: 404 NotFound: there is no context_id `nobody` (code not_found, request req_n)",
      'by name: 404 Not Found Some(Left("not_found"))',
      "Config: api_key has a character that no header may have",
      "not there: no operation has the path /elsewhere/ai/execution-contexts",
      "unreached, in time: true",
    ],
  },
  {
    name: "sessions",
    api: "wacht-v0",
    prints: [
      "a second time: Err(Config)",
      "has an id: true",
      "user: user_1",
      "session of agent_7",
      'context: {"device":"watch","hours":[9,17]}',
      "workflow: None",
    ],
  },
];

describe.skipIf(!hasCargo)("a program with the Rust client", () => {
  it.each(programs)("does what it should: $name", { timeout: 600_000 }, async ({ name, api, prints }) => {
    const server = await mock({ schema: path.join(schemas, api, "api.yaml") });
    const { stdout, stderr } = await cargo(folder, ["run", "--quiet", "--", name], { WACHT_BASE_URL: server.url });
    await server.close();
    expect(stderr).toBe("");
    expect(
      stdout
        .replaceAll(/req_\d+/g, "req_n")
        .trimEnd()
        .split("\n"),
    ).toEqual(prints);
  });
});
