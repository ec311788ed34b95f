/** What a request asks the mock for, by `Prefer` (RFC 7240). */
export interface Preferences {
  /** A status to answer with. */
  readonly code?: number;
  /** Name of the example to answer with. */
  readonly example?: string;
  /** How a stream is to go wrong: with an error event, or cut off. */
  readonly stream?: "error" | "cut";
  /** What is wrong with the header, if anything is. */
  readonly problems: readonly string[];
}

/** Preferences other than these are ignored, as the RFC says. */
export function preferencesOf(header: string | null): Preferences {
  const given = tokens(header ?? "");
  const [code, example, stream] = [given.get("code"), given.get("example"), given.get("stream")];
  const problems: string[] = [];
  if (code !== undefined && !/^[1-5]\d\d$/.test(code)) problems.push(`header.Prefer asks for the status \`${code}\`, which is none`);
  if (stream !== undefined && stream !== "error" && stream !== "cut")
    problems.push(`header.Prefer knows \`stream=error\` and \`stream=cut\`, not \`stream=${stream}\``);
  return {
    ...(code !== undefined && problems.length === 0 && { code: Number(code) }),
    ...(example !== undefined && { example }),
    ...((stream === "error" || stream === "cut") && { stream }),
    problems,
  };
}

/** `code=404; x=y, example="a b"`: names in small letters, the first of each counts; parameters behind a semicolon are not ours. */
function tokens(header: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", quoted, plain = ""] of header.matchAll(
    /(?:^|,)\s*([!#$%&'*+.^_`|~\w-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,;]*)))?/g,
  )) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, quoted?.replace(/\\(.)/g, "$1") ?? plain);
  }
  return found;
}
