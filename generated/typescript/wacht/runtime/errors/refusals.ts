import { ClientError } from "./client-error.js";

/** What a {@link ConfigError} is about. */
export interface ConfigDetails {
  /** The option: `baseUrl`. */
  readonly setting: string;
  /** Where its value came from: `option`, `schema`, or a variable's name. */
  readonly source: string;
}

/** The client cannot be built, or not be used for this call, as it is configured. */
export class ConfigError extends ClientError<ConfigDetails> {
  declare readonly setting: string;
  declare readonly source: string;

  constructor(setting: string, source: string, problem: string) {
    super("", `${setting} (${source}) ${problem}`, { setting, source });
  }

  override get kind(): "Config" {
    return "Config";
  }
}

/** A rule that a request breaks. */
export interface Violation {
  /** Where: `body.files[0]`, `query.limit`, `path.context_id`. */
  readonly path: string;
  /** What is wrong there: `must be at most 100`. */
  readonly rule: string;
}

/** Refused before anything was sent. */
export class InvalidArgumentError extends ClientError {
  /** All of them, in the order of the request. */
  declare readonly violations: readonly Violation[];

  constructor(operation: string, violations: readonly Violation[]) {
    const rules = violations.map(({ path, rule }) => `${path} ${rule}`);
    super(operation, rules.join("; "), { violations });
  }

  override get kind(): "InvalidArgument" {
    return "InvalidArgument";
  }
}

/** A function that authenticates requests failed; see `cause`. */
export class AuthError extends ClientError {
  override get kind(): "Auth" {
    return "Auth";
  }
}
