import { error, warning } from "./entry.js";
import { choices, phrase } from "./phrase.js";

/** HD440 to HD469: what an operation may be. */
export const operationRules = {
  HD440: error<{ name: string }>({
    message: ({ name }) => `the path parameter \`${name}\` has no type`,
    cause: "Every `{name}` of a path is declared under `path`.",
    fix: "Add it: `path: {name: string}`.",
  }),
  HD441: error<{ name: string }>({
    message: ({ name }) => `the path has no place for \`${name}\``,
    cause: "What is declared under `path` stands in the path as `{name}`.",
    fix: "Put it into the path, or move it to `query`, `headers` or `cookies`.",
  }),
  HD442: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` is in the path twice`,
    cause: "Each parameter of a path has a value of its own.",
    fix: "Rename one of the two; the path of the resource (`at`) counts, too.",
  }),
  HD443: error<{ problem: string }>({
    message: ({ problem }) => `the path ${problem}`,
    cause: "A path goes into the URL as it stands, appended to the base URL.",
    fix: "Begin with `/`, percent-encode what RFC 3986 does not allow in a path, and leave out empty, `.` and `..` segments.",
  }),
  HD445: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` cannot be the name of a header or a cookie`,
    cause: "RFC 9110 allows ASCII letters, digits and ``!#$%&'*+-.^_`|~`` there.",
    fix: "Correct the name; `$wire` holds it if it differs from the parameter's.",
  }),
  HD446: error<{ name: string }>({
    message: ({ name }) => `the value of \`${name}\` has a character that headers cannot carry`,
    cause: "A fixed header value is printable ASCII.",
    fix: "Remove or encode the character.",
    obvious: true,
  }),
  HD447: error<{ method: string; methods: readonly string[] }>({
    message: ({ method, methods }) => `\`${method}\` is not a method; there are ${methods.join(", ")}`,
    cause: "The HTTP method is unknown.",
    fix: "Write one of the methods.",
    obvious: true,
  }),
  HD450: error<{ place: string; unfit: string }>({
    message: ({ place, unfit }) => `this cannot be written into ${phrase(place)}: it ${unfit}`,
    cause: "A path segment is one scalar or enum; headers and cookies take lists of them, too.",
    fix: "Use a scalar, or move the parameter to `query` or into the body.",
  }),
  HD451: error<{ access: string }>({
    message: ({ access }) => `a parameter cannot be \`${access}\``,
    cause: "Parameters travel in requests only.",
    fix: "Remove the word.",
    obvious: true,
  }),
  HD452: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` is not in the path, so it has no segments`,
    cause: "`$segments` lets a path parameter keep its slashes.",
    fix: "Remove it.",
    obvious: true,
  }),
  HD454: warning<{ method: string }>({
    message: ({ method }) => `${method} with a body: many servers and proxies drop it`,
    cause: "RFC 9110 (9.3.1) gives such a body no meaning.",
    fix: "Use POST, or move the fields to `query`.",
  }),
  HD455: error<{ media: string }>({
    message: ({ media }) => `the body can be \`${media}\` already`,
    cause: "Several contents of one body differ in their media type.",
    fix: "Remove one of the two, or give it a `media` of its own.",
  }),
  HD456: error<{ media: string }>({
    message: ({ media }) => `\`${media}\` is not a media type`,
    cause: "A media type has a type and a subtype, like `application/json`.",
    fix: "Correct it.",
    obvious: true,
  }),
  HD457: error<{ kind: string }>({
    message: ({ kind }) => `${phrase(kind)} body needs an object`,
    cause: "A form consists of fields with names, and a multipart body of parts with names.",
    fix: "Take an object or a union of objects, or send JSON.",
  }),
  HD458: error<{ status: number }>({
    message: ({ status }) => `${status} is not a success`,
    cause: "`returns` is for the statuses 200 to 299; others are errors.",
    fix: "Correct the status, or declare it under `errors`.",
  }),
  HD459: error<{ status: number }>({
    message: ({ status }) => `an answer of status ${status} has no body`,
    cause: "RFC 9110 (15.3.5, 15.3.6): 204 and 205 end with their headers.",
    fix: "Write `returns: 204`, or another status such as 200.",
  }),
  HD461: error({
    message: () => "nothing says how the next page is asked for",
    cause:
      "The keys of `$page` decide: `limit` and `offset`; `page` and `size`; `cursor` and `next`; `cursor` and `id`; or `next` alone, which is a link.",
    fix: "Add `limit` and `offset`; `page` and `size`; `cursor` and `next` or `id`; or `next` alone for links.",
  }),
  HD462: error<{ style: string; key: string }>({
    message: ({ style, key }) => `a page of style ${style} needs \`${key}\``,
    cause: "`$page` lacks a key of its style.",
    fix: "Add it.",
    obvious: true,
  }),
  HD463: error<{ style: string; key: string; keys: readonly string[] }>({
    message: ({ style, key, keys }) => `\`${key}\` has no meaning beside ${choices(keys)}`.replace(" or ", " and ") + ` (style ${style})`,
    cause: "The keys of `$page` belong to different styles.",
    fix: "Keep the keys of one style.",
  }),
  HD464: error<{ prefix: string }>({
    message: ({ prefix }) => `there are no body fields to make \`${prefix}\` setters of`,
    cause: "A builder with a prefix has a setter for each field of the body, so the body is an object.",
    fix: "Write `builder` for setters made from the query, or give the operation an object as its body.",
  }),
  HD465: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` has no options to take`,
    cause: "`name(options)` takes the query parameters as one struct, and there are none.",
    fix: "Add query parameters, or use another style.",
  }),
  HD466: error<{ kind: string }>({
    message: ({ kind }) => `the ${kind} stream has no type`,
    cause: "A stream of events or lines says what one of them is.",
    fix: "Write `sse: Event` or `jsonl: Line`.",
  }),
  HD467: error({
    message: () => "events are chosen by name, so their type is a union with a tag",
    cause: "The name of a server-sent event selects a variant.",
    fix: "Declare a union with `$tag`, or write `tag: data` if every event has one type.",
  }),
  HD468: error<{ kind: string; what: string }>({
    message: ({ kind, what }) => `a ${kind} stream has no ${what}`,
    cause: "Bytes are neither typed nor delimited, and only server-sent events have names.",
    fix: "Remove it, or use `sse`.",
  }),
  HD469: error<{ method: string }>({
    message: ({ method }) => `a stream over ${method} cannot be resumed`,
    cause: "Reconnecting sends the request again, which only GET may do unasked.",
    fix: "Remove `resume`.",
  }),
};
