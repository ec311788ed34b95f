import type { ExpectText } from "../scenario/shapes.js";
import { headerValues, type ReceivedRequest } from "../server/received-request.js";
import { difference, isBag, shown } from "./difference.js";
import { checkParts } from "./multipart.js";

/** What is wrong with request `index`. */
export function checkRequest(expect: ExpectText, all: readonly ReceivedRequest[], index: number): readonly string[] {
  const request = all[index];
  const where = `request ${index}`;
  if (!request) return [];
  return [
    ...equal(`${where}: the method`, expect.method, request.method),
    ...equal(`${where}: the target`, expect.target, request.target),
    ...Object.entries(expect.headers ?? {}).flatMap(([name, value]) => header(where, name, value, request)),
    ...body(where, expect, request),
    ...(expect.connection === undefined ? [] : equal(`${where}: the connection`, expect.connection, request.reused ? "reused" : "new")),
    ...same(where, expect, all, request),
  ];
}

function equal(what: string, expected: string | undefined, actual: string): readonly string[] {
  return expected === undefined || matches(expected, actual) ? [] : [`${what} is ${shown(actual)}, not ${shown(expected)}`];
}

/** A text, or a pattern between slashes where the whole is longer than a path. */
function matches(expected: string, actual: string): boolean {
  const pattern = /^\/\^(.*)\$\/$/s.exec(expected)?.[1];
  return pattern === undefined ? expected === actual : new RegExp(`^${pattern}$`, "u").test(actual);
}

function header(where: string, name: string, expected: string | readonly string[] | null, request: ReceivedRequest): readonly string[] {
  const values = headerValues(request, name).map((value) => Buffer.from(value, "latin1").toString("utf8"));
  const what = `${where}: the header ${name}`;
  if (expected === null) return values.length === 0 ? [] : [`${what} is ${shown(values)}, and should not be there`];
  if (typeof expected !== "string")
    return difference(expected, values, what) ? [`${what} is ${shown(values)}, not ${shown(expected)}`] : [];
  const [value] = values;
  if (value === undefined) return [`${what} is missing; expected ${shown(expected)}`];
  return values.length > 1 ? [`${what} is there ${values.length} times: ${shown(values)}`] : equal(what, expected, value);
}

function body(where: string, expect: ExpectText, { body: bytes, headers }: ReceivedRequest): readonly string[] {
  const what = `${where}: the body`;
  const text = bytes.toString("utf8");
  if (expect.body === "none" && bytes.length > 0) return [`${what} is ${shown(text)}, and should be empty`];
  if (expect.bytes !== undefined) {
    const wanted = bytesOf(expect.bytes);
    if (!wanted.equals(bytes)) return [`${what} is ${shown(text)}, not ${shown(wanted.toString("utf8"))}`];
  }
  if (expect.multipart) return checkParts(where, expect.multipart, bytes, headerValues({ headers }, "content-type")[0] ?? "");
  if (expect.json === undefined && !expect.absent) return [];
  const value = parsed(text);
  if (value === undefined) return [`${what} is no JSON: ${shown(text)}`];
  const different = expect.json === undefined ? undefined : difference(expect.json, value, "body");
  const present = (expect.absent ?? []).filter((key) => isBag(value) && key in value);
  return [
    ...(different === undefined ? [] : [`${where}: ${different}`]),
    ...present.map((key) => `${what} has \`${key}\`, which should not be there: ${shown(text)}`),
  ];
}

function bytesOf(text: string): Buffer {
  const [, encoding, digits = ""] = /^(hex|base64):(.*)$/s.exec(text) ?? [];
  return encoding === "hex" || encoding === "base64" ? Buffer.from(digits, encoding) : Buffer.from(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Equal to an earlier request in all but some headers. */
function same(
  where: string,
  { same_as, differs = [] }: ExpectText,
  all: readonly ReceivedRequest[],
  request: ReceivedRequest,
): readonly string[] {
  const earlier = same_as === undefined ? undefined : all[same_as];
  if (!earlier) return same_as === undefined ? [] : [`${where}: there is no request ${same_as} to compare it with`];
  const view = ({ method, target, headers, body: bytes }: ReceivedRequest): unknown => ({
    method,
    target,
    headers: Object.fromEntries(
      headers
        .map(([name, value]) => [name.toLowerCase(), value] as const)
        .filter(([name]) => !differs.some((each) => each.toLowerCase() === name)),
    ),
    body: bytes.toString("utf8"),
  });
  const different = difference(view(earlier), view(request), where);
  return different === undefined ? [] : [`${different} (as in request ${same_as})`];
}
