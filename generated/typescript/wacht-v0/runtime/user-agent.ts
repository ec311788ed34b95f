import { platform } from "./platform.js";

/** `wacht-typescript/1.2.0 (linux; x64; node/20.20.2) heddle app/1.2` (UA-1). */
export function userAgent(
  name: string,
  version: string | undefined,
  app: string | undefined,
): string {
  const token = (text: string = "unknown"): string =>
    text.replace(/[^\w!#$%&'*+.^`|~-]/g, "_") || "unknown";
  const { versions, platform: os, arch } = platform().process ?? {};
  const engine =
    ["bun", "deno", "node"].find((each) => versions?.[each]) ?? "unknown";
  const suffix = app ? ` ${app}` : "";
  return `${token(name)}-typescript/${token(version)} (${token(os)}; ${token(arch)}; ${engine}/${token(versions?.[engine])}) heddle${suffix}`;
}
