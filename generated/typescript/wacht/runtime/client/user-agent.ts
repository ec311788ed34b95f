import type { BaseOptions } from "./options.js";
import { inBrowser, platform } from "./platform.js";
import type { Service } from "./service.js";

/**
 * `wacht-typescript/1.2.0 (linux; x64; node/20.20.2) heddle app/1.2` (UA-1). Empty in
 * browsers, where nothing may be sent that makes them ask first (RETRY-9).
 */
export function userAgent(
  { name, version }: Service,
  { userAgent: app = "" }: BaseOptions,
): string {
  if (inBrowser()) return "";
  const { versions, platform: os, arch } = platform().process ?? {};
  const engine = ["bun", "deno", "node"].find((each) => versions?.[each]);
  const release = versions?.[`${engine}`];
  // What a platform does not tell is undefined, and so printed.
  return `${name}-typescript/${version} (${os}; ${arch}; ${engine}/${release}) heddle ${app}`
    .replace(/undefined/g, "unknown")
    .replace(/[^ -~]/g, "_")
    .trim();
}
