import { error, warning } from "./entry.js";
import { choices } from "./phrase.js";

/** HD470 to HD499: timing, auth, servers, rate limits, errors, examples. */
export const serviceRules = {
  HD471: warning<{ inner: string; outer: string; from: number; to: number }>({
    message: ({ inner, outer, from, to }) => `\`${inner}\` (${from} ms) can never be reached: \`${outer}\` ends after ${to} ms`,
    cause: "A longer limit lies inside a shorter one; an operation inherits the client's.",
    fix: "Raise the outer limit, too, or lower the inner one.",
  }),
  HD474: error<{ value: number }>({
    message: ({ value }) => `${value} is not a status that could be repeated`,
    cause: "`on` lists statuses outside 200 to 299.",
    fix: "Correct it.",
    obvious: true,
  }),
  HD476: error<{ kind: string }>({
    message: ({ kind }) => `nothing says which ${kind === "query" ? "query parameter" : kind} carries the credential`,
    cause: "A scheme of this kind needs the name that the credential has on the wire.",
    fix: "Add `name`, for example `{header: api_key, name: X-Api-Key}`.",
  }),
  HD477: error<{ schemes: readonly string[] }>({
    message: ({ schemes }) => `nothing says which of ${choices(schemes)} operations need`,
    cause: "With several schemes, the client says which of them its operations need.",
    fix: "Add `auth`: a scheme, a list of alternatives, or `none`.",
  }),
  HD478: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` cannot begin the name of an environment variable`,
    cause: "`env` is the prefix of `<ENV>_API_KEY` and the others.",
    fix: "Use capital letters, digits and underscores, a letter first.",
  }),
  HD479: error<{ value: string; allowed: readonly string[] }>({
    message: ({ value, allowed }) => `the default \`${value}\` is not among ${choices(allowed)}`,
    cause: "A server variable with a list of values has one of them by default.",
    fix: "Correct the default, or add it to the list.",
  }),
  HD480: error<{ name: string; declared: readonly string[] }>({
    message: ({ name }) => `the variable \`${name}\` of this URL is not declared`,
    cause: "Every `{name}` of a server's URL is an entry of its `variables`.",
    fix: "Declare it with its default.",
  }),
  HD481: error<{ name: string }>({
    message: ({ name }) => `the URL has no place for the variable \`${name}\``,
    cause: "A server variable stands in the URL as `{name}`.",
    fix: "Put it into the URL, or remove it.",
  }),
  HD482: error<{ url: string; problem: string }>({
    message: ({ url, problem }) => `\`${url}\` cannot be a base URL: ${problem}`,
    cause: "A base URL is a scheme, a host and perhaps a path; paths of operations are appended to it.",
    fix: "Write it like `https://api.example.com/v1`.",
  }),
  HD483: error<{ place: string }>({
    message: ({ place }) => `\`${place}\` is no part of a request`,
    cause: "A rate limit counts per `credential`, or per `body.x`, `path.x`, `query.x` or `header.x`.",
    fix: "Write `credential`, or where it stands: `body.user_id`, `path.`, `query.` or `header.`.",
  }),
  HD484: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` allows no number of requests`,
    cause: "A rate limit has at least one window.",
    fix: "Add `allow: [100/1m]`, say.",
  }),
  HD486: warning({
    message: () => "this window never limits anything",
    cause: "Another window is at least as long and allows no more.",
    fix: "Remove one of the two, or correct it.",
  }),
  HD487: error<{ field: string; value: string | number | boolean; problem: string }>({
    message: ({ field, value, problem }) => `\`${field}\` is never ${JSON.stringify(value)}: that ${problem}`,
    cause: "`when` compares a field with a value that it cannot have.",
    fix: "Write one of the values of its type.",
    obvious: true,
  }),
  HD488: error<{ name: string; wants: string }>({
    message: ({ name, wants }) => `\`${name}\` must be ${wants}`,
    cause: "Pages are walked by this field, so its type is fixed.",
    fix: "Change the type, or name another field in `$page`.",
  }),
  HD489: error<{ name: string; type: string }>({
    message: ({ name, type }) => `\`${type}\` is walked by \`${name}\`, which is no query parameter of this operation`,
    cause: "An operation that returns a page has the parameters that ask for the next one.",
    fix: "Add the parameter to `query`; or have all of them in the body.",
  }),
  HD491: error<{ name: string; first: string; exact: boolean }>({
    message: ({ first, exact }) => (exact ? `this status is called \`${first}\` already` : `this range overlaps with that of \`${first}\``),
    cause: "Each status has one name in the service's table; an operation may tell several errors of one status apart with `when`.",
    fix: "Remove one of the two.",
  }),
  HD492: error<{ from: number; to: number }>({
    message: ({ from, to }) => (from === to ? `${from} is not the status of an error` : `${from}..${to} is not a range of error statuses`),
    cause: "Errors have statuses from 100 to 599, without 200 to 299.",
    fix: "Correct it.",
    obvious: true,
  }),
  HD493: error<{ name: string }>({
    message: ({ name }) => `\`${name}\` has another status in the service's table`,
    cause: "A name means one status everywhere.",
    fix: "Leave out the status here, or choose another name.",
  }),
  HD494: error<{ path: string }>({
    message: ({ path }) => `the error's body has nothing at \`${path}\``,
    cause: "`when` compares a value inside the body with another one.",
    fix: "Correct the path; fields of inner objects and positions of lists are written with dots.",
  }),
  HD495: error<{ name: string; first: string }>({
    message: ({ name, first }) => `\`${name}\` cannot be told from \`${first}\``,
    cause: "Two errors of an operation have the same status and nothing that tells them apart.",
    fix: "Add `when: path = value` to one of them.",
  }),
  HD496: error<{ name: string; place: string }>({
    message: ({ name, place }) =>
      place === "body" ? "the example lacks the body" : `the example lacks the required ${place} parameter \`${name}\``,
    cause: "An example is a complete call.",
    fix: "Add it.",
    obvious: true,
  }),
  HD497: error<{ what: string }>({
    message: ({ what }) => `the operation has no ${what} that this could be an example of`,
    cause: "An example shows what the operation declares.",
    fix: "Remove it, or declare it.",
  }),
  HD498: error<{ what: string; name: string; removed: string }>({
    message: ({ what, name, removed }) => `the ${what} \`${name}\` was removed in ${removed}, and this still needs it`,
    cause: "What has been removed keeps its name and nothing else.",
    fix: "Remove this as well, or use another one.",
  }),
  HD499: error<{ status: number }>({
    message: ({ status }) => `the operation never answers with ${status}`,
    cause: "The status of an example is one of the operation's successes or errors.",
    fix: "Correct it, or declare the status.",
  }),
};
