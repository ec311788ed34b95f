import type { ResultText } from "../scenario/shapes.js";
import { difference, isBag, missing, shown } from "./difference.js";
import type { CallResult, Failure } from "./protocol.js";

/** What is wrong with the result of a call. A scenario that expects no error expects success. */
export function checkResult(expected: ResultText, result: CallResult, where: string): readonly string[] {
  const problems = [
    ...(expected.error === undefined ? unexpected(result, where) : checkFailure(expected.error, result, where)),
    ...whole(expected.ok, result.ok, `${where}: the value`),
    ...whole(expected.events, result.events, `${where}: the events`),
    ...whole(expected.items, result.items, `${where}: the items`),
    ...whole(expected.pages, result.pages, `${where}: the pages`),
    ...partly(expected.extra, result.extra ?? {}, `${where}: the extra members`),
    ...partly(expected.response, result.response ?? {}, `${where}: the response`),
  ];
  return problems;
}

function unexpected({ error, unseen }: CallResult, where: string): readonly string[] {
  if (unseen !== undefined) return [`${where}: it failed: ${unseen.kind}: ${unseen.text}`];
  return error ? [`${where}: it failed: ${describe(error)}`] : [];
}

function describe({ kind, text, cause }: Failure): string {
  return `${kind}: ${text}${cause === undefined ? "" : ` (cause: ${shown(cause)})`}`;
}

/** Kind and properties; `mentions` are words of its text, `avoids` must not be in it, `text` is all of it. */
export function checkFailure(expected: unknown, { error, ok, unseen }: CallResult, where: string): readonly string[] {
  if (unseen !== undefined) return whole(kindOf(expected), unseen.kind, `${where}: the kind of error`);
  if (!error) return [`${where}: it should have failed with ${shown(expected)}, and gave ${shown(ok)}`];
  const { mentions, avoids, ...properties } = isBag(expected) ? expected : { kind: expected };
  const different = missing(properties, error, "error");
  return [
    ...(different === undefined ? [] : [`${where}: ${different}; it is ${describe(error)}`]),
    ...texts(mentions)
      .filter((text) => !error.text.includes(text))
      .map((text) => `${where}: the error does not mention ${shown(text)}: ${error.text}`),
    ...texts(avoids)
      .filter((text) => error.text.includes(text))
      .map((text) => `${where}: the error mentions ${shown(text)}: ${error.text}`),
  ];
}

function kindOf(expected: unknown): unknown {
  return isBag(expected) ? expected["kind"] : expected;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
}

function whole(expected: unknown, actual: unknown, what: string): readonly string[] {
  if (expected === undefined) return [];
  const different = difference(expected, actual ?? null, "$");
  return different === undefined ? [] : [`${what}: ${different}`];
}

function partly(expected: unknown, actual: unknown, what: string): readonly string[] {
  if (expected === undefined) return [];
  const different = missing(expected, actual, "$");
  return different === undefined ? [] : [`${what}: ${different}`];
}
