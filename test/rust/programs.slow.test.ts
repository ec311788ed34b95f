import path from "node:path";
import { describe, expect, it } from "vitest";
import { mock } from "heddle/mock";
import { cargo, hasCargo } from "./support/cargo.js";

const folder = path.join(import.meta.dirname, "programs");
const schema = path.join(import.meta.dirname, "../../schema/wacht/api.yaml");

describe.skipIf(!hasCargo)("a program with the Rust client", () => {
  it("lists, creates, changes, runs, streams, and sees its errors", { timeout: 600_000 }, async () => {
    const server = await mock({ schema });
    try {
      const { stdout, stderr } = await cargo(folder, ["run", "--quiet"], { MOCK_URL: server.url });
      expect(stderr).toBe("");
      expect(
        stdout
          .replace(/req_\d+/, "req_n")
          .trimEnd()
          .split("\n"),
      ).toEqual([
        "page: 1 items, more: false",
        "items: 1",
        "created: Customer Support Context",
        "updated: Other",
        "raw: 200 OK after 1 attempt",
        "answer: true",
        "text: I have sent ",
        "tool: send_reset_link",
        "text: you a link.",
        "completed",
        "refused: ai.list_execution_contexts: InvalidArgument: limit must be 1 to 100",
        "not found: ai.update_execution_context: 404 NotFound: there is no context_id `nobody` (code not_found, request req_n)",
      ]);
    } finally {
      await server.close();
    }
  });
});
