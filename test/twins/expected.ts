import { arch, platform, version } from "node:process";

const key = "wk_live_0123456789";

interface Sent {
  readonly method: string;
  readonly target: string;
  readonly body?: string;
  readonly accept?: string;
}

/** The whole of a request as `loopback` shows it. */
export function sent({ method, target, body, accept = "application/json" }: Sent): string {
  return [
    `${method} ${target} HTTP/1.1`,
    `accept: ${accept}`,
    `authorization: Bearer ${key}`,
    ...(body === undefined ? [] : [`content-length: ${Buffer.byteLength(body)}`, "content-type: application/json"]),
    `user-agent: wacht-typescript/unknown (${platform}; ${arch}; node/${version.slice(1)}) heddle`,
    "",
    body ?? "",
  ].join("\n");
}
