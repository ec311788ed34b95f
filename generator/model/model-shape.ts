import { byKind, json, object, type Keys, type Shape } from "./canonical-shape.js";
import type { Deprecation, Described } from "./described.js";
import type { Model } from "./model.js";
import type * as op from "./operation.js";
import type * as service from "./service.js";
import type * as ref from "./type-ref.js";
import type * as types from "./types.js";

/** Numbers, texts, flags, and lists of them. */
const plain = json;

const described: Keys<Described> = {
  doc: plain,
  deprecated: object<Deprecation>({ since: plain, use: plain, doc: plain }),
  since: plain,
  removed: plain,
};

const type = (): Shape => typeRef;

const constraints = object<ref.Constraints>({ min: plain, max: plain, pattern: plain });

const typeRef: Shape = byKind({
  scalar: object<ref.ScalarRef>({ kind: plain, scalar: plain, encoding: plain, constraints }),
  named: object<ref.NamedRef>({ kind: plain, name: plain, args: type }),
  parameter: object<ref.ParameterRef>({ kind: plain, name: plain }),
  list: object<ref.ListRef>({ kind: plain, of: type, minItems: plain, maxItems: plain }),
  map: object<ref.MapRef>({ kind: plain, of: type }),
  nullable: object<ref.NullableRef>({ kind: plain, of: type }),
  choice: object<ref.ChoiceRef>({ kind: plain, of: type }),
  literal: object<ref.LiteralRef>({ kind: plain, value: plain }),
});

const member = byKind({
  field: object<types.Field>({
    kind: plain,
    name: plain,
    wire: plain,
    ...described,
    type,
    required: plain,
    default: json,
    sendDefault: plain,
    secret: plain,
    examples: json,
  }),
  spread: object<types.Spread>({ kind: plain, name: plain, ...described, type }),
});

const declared = {
  parameters: plain,
  examples: json,
  travels: object<types.TypeDef["travels"]>({ request: plain, response: plain }),
  splitFrom: plain,
};

const head = { kind: plain, name: plain, module: plain, ...described, ...declared };

const valueSource = object<{ in: string; path: string; name: string }>({ in: plain, path: plain, name: plain });

const page: Shape = object<{ [K in PageKey]: unknown }>({
  style: plain,
  items: plain,
  hasMore: plain,
  limit: plain,
  offset: plain,
  page: plain,
  size: plain,
  cursor: plain,
  next: valueSource,
  id: plain,
});

const file = object<types.FileFields>({ data: plain, name: plain, type: plain });

type PageKey = types.Page extends infer P ? (P extends unknown ? keyof P : never) : never;

const payload = byKind({
  fields: object<Extract<types.Payload, { kind: "fields" }>>({ kind: plain, members: member }),
  type: object<Extract<types.Payload, { kind: "type" }>>({ kind: plain, type }),
  empty: object<Extract<types.Payload, { kind: "empty" }>>({ kind: plain }),
});

const tagging = object<{ kind: string; tag: string; content: string }>({ kind: plain, tag: plain, content: plain });

const typeDef = byKind({
  record: object<types.Record>({ ...head, members: member, extra: type, exhaustive: plain, page, file }),
  enum: object<types.Enum>({
    ...head,
    base: plain,
    values: object<types.EnumValue>({ name: plain, value: plain, ...described }),
    openness: plain,
  }),
  union: object<types.Union>({
    ...head,
    tagging,
    open: plain,
    base: member,
    variants: object<types.Variant>({ name: plain, tag: plain, ...described, payload }),
  }),
  alias: object<types.Alias>({ ...head, type, distinct: plain }),
});

const auth = object<service.AuthRequirement>({ anyOf: object<service.AuthRequirement["anyOf"][number]>({ allOf: plain }) });

const timeout = object<service.Timeouts>({ connect: plain, attempt: plain, total: plain, idle: plain });

const limits = object<service.Limits>({ response: plain, event: plain });

const retry = object<service.Retry>({
  attempts: plain,
  backoff: object<NonNullable<service.Retry["backoff"]>>({ first: plain, longest: plain }),
  longestWait: plain,
  on: plain,
  unsafe: plain,
  override: plain,
  idempotencyKey: object<NonNullable<service.Retry["idempotencyKey"]>>({ header: plain, methods: plain }),
});

const header = object<{ name: string; value: string }>({ name: plain, value: plain });

const client = object<service.Client>({
  name: plain,
  ...described,
  surface: plain,
  servers: object<service.Server>({
    name: plain,
    ...described,
    url: plain,
    variables: object<service.ServerVariable>({ name: plain, ...described, default: plain, values: plain }),
  }),
  env: plain,
  auth,
  schemes: object<service.AuthScheme>({ name: plain, ...described, kind: plain, credential: plain, wire: plain }),
  timeout,
  retry,
  limits,
  requestId: plain,
  version: object<{ header: string; value: string }>({ header: plain, value: plain }),
  headers: header,
});

const match = object<{ kind: string; status: number; from: number; to: number }>({ kind: plain, status: plain, from: plain, to: plain });

const errors = object<service.ErrorTable>({
  module: plain,
  ...described,
  body: type,
  message: plain,
  code: plain,
  errors: object<service.ErrorDef>({ name: plain, ...described, match, body: type, everywhere: plain }),
});

const rateLimit = object<service.RateLimit>({
  name: plain,
  ...described,
  key: plain,
  windows: object<service.RateLimit["windows"][number]>({ count: plain, period: plain }),
});

const param = object<op.Param>({
  name: plain,
  wire: plain,
  ...described,
  in: plain,
  type,
  required: plain,
  default: json,
  sendDefault: plain,
  secret: plain,
  examples: json,
  list: plain,
  object: plain,
  null: plain,
  segments: plain,
});

const content = object<op.Content>({ kind: plain, media: plain, type });

const operation = object<op.Operation>({
  id: plain,
  name: plain,
  ...described,
  method: plain,
  path: object<{ kind: string; text: string; name: string }>({ kind: plain, text: plain, name: plain }),
  params: param,
  body: object<op.Body>({ required: plain, contents: content }),
  success: object<op.Success>({
    status: plain,
    doc: plain,
    content,
    alternatives: content,
    headers: object<op.ResponseHeader>({ name: plain, wire: plain, ...described, type, required: plain }),
  }),
  errors: object<op.OperationErrors>({
    closed: plain,
    cases: object<op.ErrorCase>({
      name: plain,
      ...described,
      match,
      body: type,
      when: object<NonNullable<op.ErrorCase["when"]>>({ path: plain, value: plain }),
      own: plain,
    }),
  }),
  auth,
  rateLimit: plain,
  limits,
  timeout,
  retry,
  idempotent: plain,
  stream: object<op.Stream>({
    kind: plain,
    type,
    when: object<NonNullable<op.Stream["when"]>>({ field: plain, equals: plain }),
    end: plain,
    error: plain,
    tag: plain,
    resume: plain,
  }),
  paged: plain,
  calls: object<op.Call>({ style: plain, name: plain, ...described, prefix: plain, setters: plain }),
  examples: object<op.OperationExample>({
    name: plain,
    ...described,
    path: json,
    query: json,
    headers: json,
    body: json,
    status: plain,
    response: json,
  }),
  template: object<NonNullable<op.Operation["template"]>>({ name: plain }),
});

const resource: Shape = object<op.Resource>({
  name: plain,
  parents: plain,
  module: plain,
  ...described,
  operations: operation,
  resources: () => resource,
});

/** The shape of a whole model. */
export const layout: Shape = object<Model>({
  name: plain,
  version: plain,
  ...described,
  client,
  errors,
  rateLimits: rateLimit,
  types: typeDef,
  resources: resource,
});
