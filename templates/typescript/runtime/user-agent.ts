import { platform } from "./platform.js";

/** `wacht-typescript/1.2.0 (linux; x64; node/20.20.2) heddle app/1.2` (UA-1). */
export function userAgent(
  name: string,
  version: string | undefined,
  app: string | undefined,
): string {
  const { Bun, Deno, process } = platform();
  const token = (text: string | undefined): string =>
    text?.replace(/[^\w!#$%&'*+.^`|~-]/g, "_") || "unknown";
  const engine = Bun
    ? `bun/${token(Bun.version)}`
    : Deno
      ? `deno/${token(Deno.version.deno)}`
      : `node/${token(process?.versions?.node)}`;
  const os = token(process?.platform ?? Deno?.build.os);
  const arch = token(process?.arch ?? Deno?.build.arch);
  return `${token(name)}-typescript/${token(version)} (${os}; ${arch}; ${engine}) heddle${app ? ` ${app}` : ""}`;
}
