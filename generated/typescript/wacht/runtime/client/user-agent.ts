import type { BaseOptions } from "./options.js";
import { platform } from "./platform.js";
import type { Service } from "./service.js";

/** `wacht-typescript/1.2.0 (linux; x64; node/20.20.2) heddle app/1.2` (UA-1). */
export function userAgent(
  { name, version }: Service,
  { userAgent: app = "" }: BaseOptions,
): string {
  const { versions, platform: os, arch } = platform().process ?? {};
  const engine = ["bun", "deno", "node"].find((each) => versions?.[each]);
  const release = versions?.[`${engine}`];
  // What a platform does not tell is undefined, and so printed.
  return `${name}-typescript/${version} (${os}; ${arch}; ${engine}/${release}) heddle ${app}`
    .replace(/undefined/g, "unknown")
    .replace(/[^ -~]/g, "_")
    .trim();
}
