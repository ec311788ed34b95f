import { baseName, percentDecoded } from "./file-name.js";

/**
 * The file name that a response suggests: `filename*` (RFC 8187) before `filename`
 * (RFC 6266), without directories, `..` and control characters (FILE-5).
 */
export function fileNameOf(headers: Headers): string | undefined {
  const field = headers.get("content-disposition") ?? "";
  const names = new Map<string, string>();
  for (const [, name, quoted, token] of field.matchAll(parameter))
    names.set(
      `${name}`.toLowerCase(),
      quoted?.replace(/\\(.)/g, "$1") ?? `${token}`,
    );
  const [, charset, extended] =
    /^([^']*)'[^']*'(.*)$/.exec(names.get("filename*") ?? "") ?? [];
  return (
    safeName(extendedText(charset, extended)) ??
    safeName(headerText(names.get("filename") ?? ""))
  );
}

function safeName(text: string): string | undefined {
  return baseName(text.replace(/\p{Cc}/gu, ""));
}

/** One parameter, its value in quotes or not (RFC 9110, 5.6.6). */
const parameter = /;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/g;

/** The value of an extended parameter; other charsets than UTF-8 are Latin-1, as the RFC has it. */
function extendedText(charset = "", value = ""): string {
  if (/^utf-?8$/i.test(charset)) return percentDecoded(value);
  return value.replace(/%([\da-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  );
}

/** Headers come as Latin-1; servers that write UTF-8 into them are understood as well. */
function headerText(text: string): string {
  if (!/^[\0-\xff]*[\x80-\xff]/.test(text)) return text;
  try {
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}
