import fc from "fast-check";
import { expect, it } from "vitest";
import { ApiError, ClientError, json, object, string } from "../../templates/typescript/runtime/index.js";
import { told, Witness } from "./random/witness.js";
import { callOf, clientOf, everywhere, sentinel, withServer } from "./service.js";

const server = withServer();

const Thing = object<{ id: string }>(() => ({ id: string }));

const line = fc.oneof(
  fc.integer({ min: 200, max: 599 }).map((status) => `HTTP/1.1 ${status} Reason\r\n`),
  fc.constantFrom(
    "HTTP/1.1 200 OK\r\n",
    "HTTP/1.0 503 Busy\r\n",
    "HTTP/1.1 099 Low\r\n",
    "HTTP/1.1 1000 High\r\n",
    "HTTP/9.9 200 OK\r\n",
    "ICY 200 OK\r\n",
    "",
  ),
);

const field = fc.constantFrom(
  "Content-Type: application/json\r\n",
  "Content-Length: 5\r\n",
  "Content-Length: 99999\r\n",
  "Content-Length: x\r\n",
  "Transfer-Encoding: chunked\r\n",
  "Content-Encoding: gzip\r\n",
  "Connection: close\r\n",
  "No colon\r\n",
  `WWW-Authenticate: Bearer realm="${sentinel}"\r\n`,
  "X: \u0000\r\n",
);

const body = fc.oneof(
  fc.constantFrom('{"id":"a"}', "5\r\nhello\r\n0\r\n\r\n", "zz\r\n", `{"error":{"message":"${sentinel}"}}`, ""),
  fc.string({ unit: "binary", maxLength: 80 }),
);

const replies = fc.oneof(
  fc
    .tuple(line, fc.array(field, { maxLength: 3 }), fc.constantFrom("\r\n", "\n", ""), body)
    .map(([first, fields, blank, rest]) => first + fields.join("") + blank + rest),
  fc.string({ unit: "binary", maxLength: 200 }),
);

it(
  "whatever bytes a server sends, a call ends with a value or an error of the client's, and shows no key",
  { timeout: 60_000 },
  async () => {
    const property = fc.asyncProperty(replies, fc.boolean(), async (bytes, isReset) => {
      server.replies = [
        (socket) => {
          socket.write(bytes, "latin1");
          if (isReset) socket.resetAndDestroy();
          else socket.end();
        },
      ];
      const witness = new Witness();
      const client = clientOf({ baseUrl: server.url, hooks: witness.hooks, timeout: 400 });
      const result = await callOf<{ id: string }>(client, { returns: { 200: json(Thing) }, errors: everywhere }).result();
      const [, status] = /^HTTP\/1\.[01] (\d{3}) /.exec(bytes) ?? [];
      const error: unknown = result.ok ? undefined : result.error;
      if (error !== undefined) expect(error).toBeInstanceOf(ClientError);
      if (error instanceof ApiError) expect(error.status).toBe(Number(status));
      if (error instanceof ClientError) expect(told(error)).not.toContain(sentinel);
      expect(witness.said.join("\n")).not.toContain(sentinel);
    });
    await fc.assert(property, { numRuns: 200, seed: 1 });
  },
);
