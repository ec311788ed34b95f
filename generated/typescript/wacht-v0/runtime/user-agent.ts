import type { BaseOptions } from "./options.js";
import { platform } from "./platform.js";
import type { Service } from "./service.js";

const token = (text: string = "unknown"): string =>
  text.replace(/[^\w!#$%&'*+.^`|~-]/g, "_");

/** `wacht-typescript/1.2.0 (linux; x64; node/20.20.2) heddle app/1.2` (UA-1). */
export function userAgent(service: Service, options: BaseOptions): string {
  const { versions, platform: os, arch } = platform().process ?? {};
  const engine = ["bun", "deno", "node"].find((each) => versions?.[each]);
  const about = [os, arch].map(token).join("; ");
  const text = `${token(service.name)}-typescript/${token(service.version)} (${about}; ${token(engine)}/${token(versions?.[`${engine}`])}) heddle`;
  return options.userAgent ? `${text} ${options.userAgent}` : text;
}
