import type { Logger } from "../../templates/typescript/runtime/index.js";

/** A logger that keeps its lines. */
export function lines(): Logger & { readonly lines: [level: string, line: string][] } {
  const kept: [string, string][] = [];
  const at =
    (level: string) =>
    (line: string): void =>
      void kept.push([level, line]);
  return { error: at("error"), warn: at("warn"), info: at("info"), debug: at("debug"), lines: kept };
}
