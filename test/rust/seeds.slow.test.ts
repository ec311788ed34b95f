import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { mock } from "heddle/mock";
import { cutRust } from "./seeds/cut.js";
import { SeedProgram } from "./seeds/program.js";
import { hasCargo, type Run } from "./support/cargo.js";

const repository = path.join(import.meta.dirname, "../..");
const folder = process.env["HEDDLE_SEEDS"] ?? path.join(repository, "../shared/seeds");
const documents = existsSync(folder) ? readdirSync(folder).map((file) => readFileSync(path.join(folder, file), "utf8")) : [];

/** Which document is about which crate: the older one has functions instead of a client. */
function crateOf(document: string): string {
  return document.includes("WachtClient") ? "wacht" : "wacht-v0";
}

interface Expected {
  readonly asks: readonly string[];
  /** Without what differs from run to run. */
  readonly prints: readonly string[];
}

const contexts = "/ai/execution-contexts";
const session = "POST /ai-execution-context";

/** What each block asks the mock, and what it prints. */
const expected: Readonly<Record<string, readonly Expected[]>> = {
  wacht: [
    { asks: [], prints: [] },
    { asks: [`GET ${contexts}`], prints: ["Customer Support Context: active"] },
    {
      asks: [`GET ${contexts}?limit=50&offset=0&status=active&context_group=support`],
      prints: ["Customer Support Context (group: support)"],
    },
    { asks: [`POST ${contexts}`], prints: ["Created context: ctx_*"] },
    { asks: [`PATCH ${contexts}/ctx_123`], prints: [] },
    { asks: [`POST ${contexts}/ctx_123/execute`], prints: ['Agent response: Some("I have sent you a link.")'] },
    { asks: [], prints: [] },
    { asks: [`POST ${contexts}`, `POST ${contexts}`], prints: [] },
    { asks: [`GET ${contexts}`], prints: ["Context: Customer Support Context"] },
  ],
  "wacht-v0": [
    { asks: [], prints: [] },
    { asks: [session], prints: ["Created execution context: ctx_*", "Session: session_789"] },
    { asks: [session], prints: ["AI session started", "Context ID: ctx_*", "Agent: agent_123", "Session: <uuid>"] },
    { asks: [session], prints: ["Successfully created execution context", "Context ID: ctx_*", "Ready for AI operations"] },
  ],
};

/** The block of each document that handles errors, and what it says of an unknown key and of a server that is gone. */
const refusals: Readonly<Record<string, readonly [block: number, unknownKey: string, gone: RegExp]>> = {
  wacht: [9, "API Error 401 Unauthorized: the credential is none of those that the mock was given", /^Network error: .*connect/],
  "wacht-v0": [
    4,
    "API error 401 Unauthorized: the credential is none of those that the mock was given",
    /^Failed to create context: .*connect/,
  ],
};

/** Nobody listens there. */
const deserted = "http://127.0.0.1:1";

function linesOf(output: string): readonly string[] {
  return output
    .replaceAll(/ctx_\w+/g, "ctx_*")
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<uuid>")
    .split("\n")
    .filter((line) => line !== "");
}

describe.skipIf(documents.length === 0 || !hasCargo)("the seed documents", () => {
  it("are both there, with all their blocks", () => {
    expect(documents.map((document) => [crateOf(document), cutRust(document).length]).sort()).toEqual([
      ["wacht", 9],
      ["wacht-v0", 4],
    ]);
  });

  describe.each(documents.map((document) => [crateOf(document), cutRust(document)] as const))("of %s", (crate, blocks) => {
    const program = new SeedProgram(crate, blocks);
    let built: Run;
    beforeAll(async () => {
      built = await program.build();
    });

    it("compile verbatim", () => {
      expect(built).toEqual({ status: 0, stdout: "", stderr: "" });
    });

    const schema = path.join(repository, `schema/${crate}/api.yaml`);

    it.each(expected[crate]?.map((each, index) => ({ block: index + 1, ...each })) ?? [])(
      "run: block $block",
      async ({ block, asks, prints }) => {
        const server = await mock({ schema });
        const { status, stdout, stderr } = await program.run(block, environment(server.url));
        await server.close();
        expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
        expect(linesOf(stdout)).toEqual(prints);
        expect(server.requests.map(({ method, target }) => `${method} ${target}`)).toEqual(asks);
      },
    );

    const [block, unknownKey, gone] = refusals[crate] ?? [0, "", /^$/];

    it("see the errors of a service, and of a connection", async () => {
      const server = await mock({ schema, keys: ["wk_known"] });
      const refused = await program.run(block, environment(server.url));
      await server.close();
      const unreached = await program.run(block, environment(deserted));
      expect([refused.status, unreached.status]).toEqual([0, 0]);
      expect(linesOf(refused.stdout + refused.stderr)).toEqual([unknownKey]);
      expect(linesOf(unreached.stdout + unreached.stderr)).toEqual([expect.stringMatching(gone)]);
    });
  });
});

function environment(url: string): Readonly<Record<string, string>> {
  return { WACHT_BASE_URL: url, WACHT_API_KEY: "wk_test" };
}
