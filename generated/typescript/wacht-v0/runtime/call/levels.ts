import type { Job } from "./job.js";
import type { RetryPolicy } from "../retry/retry-policy.js";
import type { Timeouts } from "./timeouts.js";

/** What is set on several levels. */
interface Leveled {
  readonly timeout: Timeouts;
  readonly retry: RetryPolicy;
}

/** What holds where nobody says otherwise (1.3, 1.4). */
const defaults = {
  timeout: { connect: 0, attempt: 30_000, total: 60_000, idle: 60_000 },
  retry: {
    attempts: 3,
    backoff: [500, 8_000],
    longestWait: 60_000,
    on: [],
    unsafe: false,
    // A header that no service sends.
    override: "-",
  },
} as const satisfies Leveled;

/** What a number instead of an object means. */
const short: { readonly [What in keyof Leveled]: string } = {
  timeout: "total",
  retry: "attempts",
};

/** The call's own, the client's, the operation's, the service's, the default (CFG-1); undefined is inherited. */
export function chosen<
  What extends keyof Leveled,
  Key extends keyof Leveled[What],
>(
  {
    call,
    options,
    spec,
    service,
  }: Pick<Job, "call" | "options" | "spec" | "service">,
  what: What,
  key: Key,
): NonNullable<Leveled[What][Key]> {
  const at = (level: object): unknown => {
    const given = (level as Leveled)[what];
    if (typeof given !== "number") return given?.[key];
    return key === short[what] ? given : undefined;
  };
  const own = at(call) ?? at(options) ?? at(spec) ?? at(service);
  return (own ?? defaults[what][key]) as NonNullable<Leveled[What][Key]>;
}
