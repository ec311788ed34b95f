import { z, type ZodType } from "zod";
import type { Node } from "../node.js";
import { described } from "./described.js";
import { operationErrors } from "./error.js";
import { inlineObjectHint, listHint, params, typeString, typeText } from "./field.js";
import { auth, limits, retry, timeout } from "./service.js";
import { block, choice, flag, identifier, named, oneOf, optional, text, texts, wireValue, word, entitled } from "./shape.js";

const content = entitled(
  "content",
  choice("The type, or a mapping with `type` and `media`.", {
    scalar: typeString,
    hint: listHint,
    mapping: block("a body", optional({ type: typeText("The type."), media: text("The media type.") })),
    empty: true,
  }),
);

const raw = choice("The media type, or nothing for the usual one.", {
  scalar: text("The media type."),
  mapping: block("a body", optional({ media: text("The media type.") })),
  empty: true,
});

const contents = optional({ json: content, form: content, multipart: content, text: raw, bytes: raw });

const body = entitled(
  "body",
  choice("The body: a type, which is sent as JSON, or media by name: `{multipart: T}`.", {
    scalar: typeString,
    hint: listHint,
    mapping: block("a body", contents),
    empty: true,
    expected: "a type",
    refused: inlineObjectHint(Object.keys(contents)),
  }),
);

const successKeys = {
  ...described,
  ...contents,
  ...optional({
    type: typeText("Type of the body."),
    media: text("The media type."),
    headers: params("Headers of the response."),
  }),
};

const success = entitled(
  "response",
  choice("What is returned: a type, a mapping, or nothing.", {
    scalar: typeString,
    hint: listHint,
    mapping: block("a response", successKeys),
    empty: true,
  }),
);

const statuses = { noun: "a status", pattern: /^[1-5]\d\d$/, rule: "it is a number from 100 to 599" };

const oneSuccess = entitled(
  "one_response",
  block("a response", { ...successKeys, status: z.int().min(100).max(599).meta({ description: "The status." }).optional() }),
);

const returns = entitled(
  "returns",
  choice("What is returned: a type, a mapping, or statuses with either.", {
    scalar: typeString,
    hint: listHint,
    mapping: {
      keys: [...Object.keys(successKeys), "status"].map((key) => [key, oneSuccess]),
      otherwise: named("Responses by status.", statuses, success),
    },
    expected: "a type",
    refused: inlineObjectHint([...Object.keys(successKeys), "status"]),
  }),
);

const stream = entitled(
  "stream",
  choice("Events that are read while they come.", {
    scalar: word("What is streamed.", ["sse", "jsonl", "bytes"]),
    mapping: oneOf(
      "a stream",
      {
        sse: typeText("Type of a server-sent event."),
        jsonl: typeText("Type of a line."),
        bytes: choice("Bytes as they come.", { empty: true }),
      },
      optional({
        when: text("The field of the request that asks for it: `type = stream`.", { pattern: "^[^=]+=.+$" }),
        end: text("Data that ends the stream: `[DONE]`."),
        error: text("Name of the event that is an error."),
        tag: word("What selects the variant: the event's name, or a field of the data.", ["event", "data"]),
        resume: flag("Whether to connect again with `Last-Event-ID`."),
      }),
    ),
  }),
);

const wireValues = named("Values by name, in wire form.", { noun: "a parameter", pattern: /./, rule: "it is not empty" }, z.unknown());

const example = entitled(
  "example",
  block(
    "an example",
    optional({
      ...described,
      path: wireValues,
      query: wireValues,
      headers: wireValues,
      body: wireValue("The body, in wire form."),
      status: z.int().min(100).max(599).meta({ description: "Status of the response." }),
      response: wireValue("Body of the response, in wire form."),
    }),
  ),
);

const callFacts = {
  pattern: "^\\s*(direct|request|options|builder(\\(\\w+\\))?|\\w+\\((direct|request|options|builder(\\s+\\w+)?)\\))\\s*$",
  examples: ["direct", "request", "builder", "builder(with_)"],
};

export const operation: ZodType = entitled(
  "operation",
  block("an operation", {
    http: text("Method and path: `PATCH /{context_id}`.", { pattern: "^[A-Za-z]+(\\s+/.*)?$", examples: ["GET", "POST", "PATCH /{id}"] }),
    ...described,
    ...optional({
      path: params("Parameters of the path."),
      query: params("Parameters of the query."),
      headers: params("Headers of the request."),
      cookies: params("Cookies of the request."),
      body,
      "body?": body,
      returns,
      errors: operationErrors,
      auth,
      rate_limit: text("Name of a rate limit."),
      limits,
      timeout,
      retry,
      idempotent: flag("Whether repeating it does no harm."),
      stream,
      call: texts("How it is called: `direct`, `request`, `builder(with_)`, `name(options)`.", callFacts),
      examples: named("Examples by name.", { noun: "an example", pattern: /./, rule: "it is not empty" }, example),
      template: text("Variant of the template that renders it."),
    }),
  }),
);

/** Keys that operations have and resources do not. */
const operationKeys = ["http", "query", "body", "body?", "returns", "call", "cookies", "stream", "idempotent", "rate_limit", "path"];

/** Sections of a file that somebody indented under `resources`; a resource of such a name has operations. */
function misplaced(name: string, value: Node): "HD228" | undefined {
  return /^(types|errors|client|rate_limits|include)$/.test(name) && !hasOperations(value) ? "HD228" : undefined;
}

/** The same, and operations that stand beside the resources. */
function misplacedResource(name: string, value: Node): "HD228" | "HD229" | undefined {
  const http = value.kind === "mapping" ? value.index.get("http")?.value : undefined;
  return http?.kind === "scalar" ? "HD229" : misplaced(name, value);
}

function hasOperations(node: Node): boolean {
  return node.kind === "mapping" && node.entries.some(({ value }) => isOperation(value) || hasOperations(value));
}

/** Whether a member of a resource is an operation: it has `http`, or another such key and no operations of its own, which may be called like these keys. */
export function isOperation(node: Node): boolean {
  if (node.kind !== "mapping") return false;
  const http = node.index.get("http")?.value;
  if (http) return http.kind !== "mapping";
  if (node.index.has("at") || node.entries.some(({ value }) => value.kind === "mapping" && value.index.has("http"))) return false;
  return operationKeys.some((key) => node.index.has(key));
}

const member: ZodType = entitled(
  "member",
  z.lazy(() =>
    choice("An operation (with `http`) or a resource.", {
      mapping: { options: [operation, resource], pick: (node) => (isOperation(node) ? operation : resource) },
    }),
  ),
);

const resource: ZodType = entitled(
  "resource",
  block(
    "a resource",
    {
      ...described,
      ...optional({
        at: text("Prefix of the paths.", { pattern: "^/" }),
        operations: named("Operations by name.", identifier("an operation"), operation),
        resources: z.lazy(() => resources),
      }),
    },
    { shape: member, keys: { ...identifier("an operation or a resource"), misplaced } },
  ),
);

export const resources: ZodType = entitled(
  "resources",
  named("Resources by name.", { ...identifier("a resource"), misplaced: misplacedResource }, resource),
);
