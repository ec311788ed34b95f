/** Where lines go: `console`, or what most logging libraries make. */
export interface Logger {
  error(line: string): void;
  warn(line: string): void;
  info(line: string): void;
  debug(line: string): void;
}

/** What is logged: an attempt is a line at `info`, headers and bodies are `debug` (HOOK-3). */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

const levels: readonly LogLevel[] = ["off", "error", "warn", "info", "debug"];

/** Whether `text` is a level. */
export function isLogLevel(text: string): text is LogLevel {
  return (levels as readonly string[]).includes(text);
}

/** A logger from some level on. */
export interface FilteredLogger extends Logger {
  /** Headers and bodies are logged, too. */
  readonly isVerbose: boolean;
}

/** `logger` without what is below `level`. */
export function filtered(logger: Logger, level: LogLevel): FilteredLogger {
  const at =
    (own: Exclude<LogLevel, "off">) =>
    (line: string): void => {
      if (levels.indexOf(own) <= levels.indexOf(level)) logger[own](line);
    };
  return {
    error: at("error"),
    warn: at("warn"),
    info: at("info"),
    debug: at("debug"),
    isVerbose: level === "debug",
  };
}
