import { z } from "zod";
import type { ScalarNode } from "../node.js";
import { described } from "./described.js";
import { block, choice, flag, hinted, identifier, named, oneOf, optional, text, texts, word, type KeyRule, entitled } from "./shape.js";

const durationPattern = { pattern: "^(none|0|[0-9]+(\\.[0-9]+)?(ms|s|m|h|d))$", examples: ["500ms", "30s", "5m", "none"] };
const sizePattern = { pattern: "^[0-9]+(\\.[0-9]+)?(B|KB|MB|GB|KiB|MiB|GiB)?$", examples: ["64KB", "10MB"] };

export const timeout = hinted(
  entitled(
    "timeout",
    block(
      "a timeout",
      optional({
        connect: text("Until the connection stands: `5s`; `none` for no limit.", durationPattern),
        attempt: text("For one attempt: `30s`.", durationPattern),
        total: text("For the call with all its attempts: `60s`.", durationPattern),
        idle: text("Between two events of a stream: `60s`.", durationPattern),
      }),
    ).meta({ description: "Time limits." }),
  ),
  (node) => (node.kind === "scalar" ? `for the whole call, write \`{total: ${duration(node)}}\`` : undefined),
);

/** A bare number is meant as seconds. */
function duration({ text: written }: ScalarNode): string {
  return /^[1-9]\d*(\.\d+)?$/.test(written) ? `${written}s` : written;
}

const idempotencyKey = choice("Header of the idempotency key.", {
  scalar: text("The header."),
  mapping: block("an idempotency key", { header: text("The header."), ...optional({ methods: texts("Methods that send it.") }) }),
});

export const retry = entitled(
  "retry",
  choice("When a call is repeated; `none` for never.", {
    scalar: z.literal("none"),
    mapping: block(
      "a retry",
      optional({
        attempts: z.int().min(1).max(100).meta({ description: "Attempts in all, the first included." }),
        backoff: text("First and longest wait: `500ms..8s`.", {
          pattern: "^[0-9.]+(ms|s|m|h)\\.\\.[0-9.]+(ms|s|m|h)$",
          examples: ["500ms..8s"],
        }),
        longest_wait: text("A longer `Retry-After` is not waited for.", durationPattern),
        on: z.array(z.int().min(100).max(599)).meta({ description: "Statuses that are repeated beside the usual ones." }),
        unsafe: flag("Whether to repeat what is not repeatable, too."),
        override: text("Response header that overrides the decision."),
        idempotency_key: idempotencyKey,
      }),
    ),
  }),
);

export const limits = entitled(
  "limits",
  block(
    "a limit",
    optional({
      response: text("Largest response body: `10MB`.", sizePattern),
      event: text("Largest event of a stream: `1MB`.", sizePattern),
    }),
  ).meta({ description: "Sizes that a client refuses to exceed." }),
);

const headerNames: KeyRule = { noun: "a header", pattern: /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, rule: "it has letters, digits and `-`" };

/** `auth` of an operation: names of schemes. */
export const auth = entitled(
  "auth",
  choice("Schemes that this needs: `none`, a name, or a list of alternatives, each a name or a list of names.", {
    scalar: text("A scheme, or `none`."),
    list: z.array(choice("An alternative.", { scalar: text("A scheme."), list: z.array(text("A scheme.")) })),
  }),
);

const schemeKinds = {
  bearer: text("`Authorization: Bearer`, from the setting of this name."),
  header: text("A header, from the setting of this name."),
  query: text("A query parameter, from the setting of this name."),
  cookie: text("A cookie, from the setting of this name."),
  basic: text("`Authorization: Basic`, from the setting of this name."),
  custom: text("Code of the user's, with the setting of this name."),
};

const schemeMapping = oneOf("an auth scheme", schemeKinds, {
  ...described,
  ...optional({ name: text("Name of the header, query parameter or cookie.") }),
});

const scheme = entitled(
  "auth_scheme",
  choice("How a credential is sent: `{bearer: api_key}`.", {
    scalar: word("A kind; the setting is called like the scheme.", ["bearer", "basic", "custom"]),
    mapping: schemeMapping,
  }),
);

const clientAuth = choice("A scheme, as in `{bearer: api_key}`, or names of `schemes`.", {
  scalar: text("A scheme, or `none`."),
  list: z.array(choice("An alternative.", { scalar: text("A scheme."), list: z.array(text("A scheme.")) })),
  mapping: schemeMapping,
});

const variable = choice("A variable of the URL: its default, or a mapping.", {
  scalar: text("The default."),
  mapping: block("a variable", {
    default: text("The default."),
    ...described,
    ...optional({ values: z.array(text("A possible value.")).meta({ description: "The possible values." }) }),
  }),
});

const server = entitled(
  "server",
  choice("A server: its URL, or a mapping.", {
    scalar: text("The URL; `{name}` is a variable."),
    mapping: block("a server", {
      url: text("The URL; `{name}` is a variable."),
      ...described,
      ...optional({ variables: named("Variables of the URL.", identifier("a variable"), variable) }),
    }),
  }),
);

export const client = entitled(
  "client",
  block("the client", {
    ...described,
    ...optional({
      name: text("Name of the client class."),
      surface: word("Methods of a client, functions over a default client, or both.", ["client", "functions", "both"]),
      base_url: text("URL of the server."),
      servers: named("Servers by name; the first is the default.", identifier("a server"), server),
      env: text("Prefix of the environment variables: `WACHT` gives `WACHT_API_KEY`."),
      auth: clientAuth,
      schemes: named("Auth schemes by name.", identifier("an auth scheme"), scheme),
      timeout,
      retry,
      limits,
      request_id: texts("Response headers with the id of the request; the first that is there counts."),
      version_header: named("A header with the version of the API: `{Wacht-Version: v1}`.", headerNames, text("The version.")),
      headers: named("Headers that every request has.", headerNames, text("The value.")),
    }),
  }).meta({ description: "The client as people see it." }),
);

const rateLimit = entitled(
  "rate_limit",
  block("a rate limit", {
    allow: texts("Rolling windows that all hold: `100/1m`."),
    ...described,
    ...optional({ key: texts("What is counted: `credential`, `body.user_id`; the first that is there counts.") }),
  }),
);

export const rateLimits = named("Rate limits by name.", identifier("a rate limit"), rateLimit);
