import { chaosKinds } from "../mock/chaos.js";

interface Help {
  readonly summary: string;
  /** Printed below the options. */
  readonly more: string;
}

export const exitTexts = `
Exit codes:
  0    All is well.
  1    The input has problems, or the output is stale; they are listed.
  2    Wrong usage.
  70   A bug in Heddle.
`;

const chaosTable = Object.entries(chaosKinds)
  .map(([kind, { rate, doc }]) => `  ${kind.padEnd(9)}${String(rate).padEnd(6)}${doc}`)
  .join("\n");

/** What `--help` says, by command. */
export const help = {
  heddle: {
    summary: "Reads the YAML schema of an HTTP API, and writes typed clients for it.",
    more: `
Examples:
  $ heddle init                     a schema and a configuration to start from
  $ heddle import openapi.json      a schema from an OpenAPI document
  $ heddle generate                 write what the configuration names
  $ heddle check                    in CI: is what is committed up to date?
  $ heddle mock                     a server to call, made from the schema
  $ heddle explain HD301            what a finding means, and the way out
`,
  },
  generate: {
    summary: "Write the clients that heddle.config.yaml names.",
    more: `
All files of an output folder change together or not at all, and a run that is killed is finished or
undone by the next one. Only files that Heddle wrote (.heddle.json lists them) are replaced or deleted;
one that was edited by hand since is refused by name.

Examples:
  $ heddle generate
  $ heddle generate --dry-run --only wacht
  $ heddle generate --watch              again after every save
  $ heddle generate --format github      findings beside the lines of a pull request
`,
  },
  check: {
    summary: "Fail, with a list, if generate would change anything.",
    more: `
Changes nothing, but for finishing a run that was killed. Meant for CI, where the clients are committed.

Examples:
  $ heddle check
  $ heddle check --format json | jq -r '.outputs[].written[]'
`,
  },
  model: {
    summary: "Print what a schema means, as canonical JSON.",
    more: `
The JSON is the same for the same meaning: no positions, defaults filled in, references resolved.

Examples:
  $ heddle model schema/api.yaml
  $ heddle model --only wacht | jq '.resources[].name'
`,
  },
  mock: {
    summary: "Serve a schema: a mock that checks requests, remembers, pages and streams.",
    more: `
Answers are the schema's examples, else values made from types and constraints. What was created can be
listed, got, changed, removed and used, until the mock ends. Requests that the schema does not admit are
refused in the service's own error shape, with every reason; declared rate limits hold, as rolling windows.

A request can ask for an answer (RFC 7240):
  Prefer: code=404         this status, in its declared shape
  Prefer: example=archive  this example
  Prefer: stream=error     a stream that ends with its error event; stream=cut breaks it off

Chaos, with the rate of each kind unless --chaos names kinds and rates of its own (--chaos latency=1,reset=0.2):
${chaosTable}

Examples:
  $ heddle mock
  $ heddle mock schema/api.yaml --port 0 --chaos
  $ heddle mock --only wacht --json | jq -c 'select(.problems != [])'
`,
  },
  explain: {
    summary: "Say why a finding is reported, and what to do.",
    more: `
Examples:
  $ heddle explain HD301
  $ heddle explain 301 702
`,
  },
  conformance: {
    summary: "Play the conformance scenarios against a generated client.",
    more: `
A server that sees bytes answers as each scenario says, and misbehaves where it says so; the client is
generated, together with a program that makes the calls. Time is fake, so nothing waits. What fails is
printed with its place, what was expected, and what came.

Examples:
  $ heddle conformance                     all scenarios that come with Heddle, with schemas of their own
  $ heddle conformance --only retry --only json.int64
  $ heddle conformance --examples          does each example of your schema work with your client?
  $ heddle conformance shop.yaml           scenarios of your own, about your schema

shop.yaml names your schema; if the configuration has a target for it, its templates and settings count:

  suite: 1
  schema: schema/api.yaml
  defaults:
    client: { api_key: SENTINEL-SECRET, base_url: "{server}" }
  scenarios:
    books.are_asked_for_again:
      call: { list_books: { query: { limit: 2 } } }
      exchange:
        - { expect: { method: GET, target: "/books?limit=2" }, reply: { status: 503 } }
        - { reply: { json: { data: [], has_more: false } } }
      sleeps: [250ms]
      outcome: { ok: { data: [], has_more: false }, attempts: 2 }

A file for --suppressions has a scenario's name on a line, and below it a reason and an issue; it fails
once the scenario passes. All that a scenario can say: generator/conformance/README.md in the package.
`,
  },
  import: {
    summary: "Turn an OpenAPI document into a schema: 3.0 or 3.1, in JSON or YAML.",
    more: `
One file for the service, one for each tag, one for the types they share. What OpenAPI repeats, such as the
errors of every operation, stands there once. What the schema does not say, or says in a wider way, is counted
here and listed with its place in import-notes.md. No $ref is followed out of the document.

Examples:
  $ heddle import openapi.json
  $ heddle import openapi.yaml --out schema/shop
`,
  },
  init: {
    summary: "Write a commented schema and configuration to start from.",
    more: `
Overwrites nothing.

Examples:
  $ heddle init
  $ heddle init clients/shop && cd clients/shop && heddle generate
`,
  },
} as const satisfies Record<string, Help>;
