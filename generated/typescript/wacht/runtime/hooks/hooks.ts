import type { Environment } from "../client/environment.js";
import type { Handlers, Hooks } from "./hooks-option.js";
import type { Job } from "../call/job.js";
import { logged, logObserver } from "./log-observer.js";
import {
  filtered,
  type FilteredLogger,
  isLogLevel,
  type Logger,
  type LogLevel,
} from "./logger.js";
import { behind, type Middleware } from "./middleware.js";
import { eventOf, tell, type Observer } from "./observer.js";

/** What goes on beside a client's calls. */
export interface HookOptions {
  /** Around each attempt; the first stands outermost (HOOK-1). */
  readonly middleware?: readonly Middleware[] | undefined;
  readonly observers?: readonly Observer[] | undefined;
  /** Nothing is logged unless there is one, or the environment asks for it (HOOK-3). */
  readonly logger?: Logger | undefined;
  /** Else the environment's `_LOG`, else `warn`. */
  readonly logLevel?: LogLevel | undefined;
}

/**
 * Middleware, observers and logging for a client's `hooks` option.
 *
 * @example
 * const client = new WachtClient({ hooks: hooks({ logger: console, logLevel: "info" }) });
 */
export function hooks(options: HookOptions = {}): Hooks {
  return { open: (environment) => handlers(options, environment) };
}

function handlers(
  options: HookOptions,
  environment: Environment,
): Handlers | undefined {
  const { middleware = [], observers = [] } = options;
  const logger = loggerOf(options, environment);
  const all = logger ? [...observers, logObserver(logger)] : observers;
  if (all.length === 0 && middleware.length === 0) return undefined;
  const attempts = new WeakSet<Job>();
  const emit = (job: Job, moment: keyof Observer, details?: object): void => {
    const event = eventOf(job, moment, details);
    for (const observer of all)
      tell(observer, moment, event, (error) =>
        logger?.warn(job.redact(`${job.id}: an observer failed: ${error}`)),
      );
  };
  const self: Handlers = {
    open: () => self,
    wrap(job, transport) {
      attempts.add(job);
      emit(job, "attemptStart");
      const inner = logger?.isVerbose
        ? logged(transport, job, logger)
        : transport;
      return middleware.length === 0
        ? inner
        : behind(middleware, inner, job, logger);
    },
    notify(job, moment, details) {
      // An attempt ends where the call goes on or ends itself.
      if (/^(retry|callEnd)$/.test(moment) && attempts.delete(job))
        emit(job, "attemptEnd", endOf(details));
      emit(job, moment, details);
    },
  };
  return self;
}

/** Only what the end of an attempt tells. */
function endOf(details: object = {}): object {
  const { error } = details as { readonly error?: unknown };
  return { error };
}

/** CFG-2: a malformed level of the environment is not worth an error. */
function loggerOf(
  { logger, logLevel }: HookOptions,
  environment: Environment,
): FilteredLogger | undefined {
  const [name, text] = environment("LOG");
  const told = text.toLowerCase();
  const isKnown = isLogLevel(told);
  if (!logger && (!text || told === "off")) return undefined;
  const level = logLevel ?? (isKnown ? told : "warn");
  const own = filtered(logger ?? console, level);
  if (text && !isKnown)
    own.warn(`${name} must be off, error, warn, info or debug`);
  return own;
}
