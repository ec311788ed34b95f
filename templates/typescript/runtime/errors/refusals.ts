import { ClientError } from "./client-error.js";

/** The client cannot be built, or not be used for this call, as it is configured. */
export class ConfigError extends ClientError {
  /** The option: `baseUrl`. */
  readonly setting: string;
  /** Where its value came from: `option`, `schema`, or a variable's name. */
  readonly source: string;

  constructor(setting: string, source: string, problem: string) {
    super(`Config: ${setting} (${source}): ${problem}`);
    this.setting = setting;
    this.source = source;
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
  readonly violations: readonly Violation[];

  constructor(
    operation: string,
    violations: readonly Violation[],
    options?: ErrorOptions,
  ) {
    const rules = violations.map(({ path, rule }) => `${path}: ${rule}`);
    super(`${operation}: InvalidArgument: ${rules.join("; ")}`, options);
    this.violations = violations;
  }

  override get kind(): "InvalidArgument" {
    return "InvalidArgument";
  }
}

/** A function that authenticates requests failed; see `cause`. */
export class AuthError extends ClientError {
  constructor(operation: string, cause: unknown) {
    super(`${operation}: Auth: the request could not be authenticated`, {
      cause,
    });
  }

  override get kind(): "Auth" {
    return "Auth";
  }
}
