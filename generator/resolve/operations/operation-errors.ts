import type { ErrorCase, OperationErrors } from "../../model/operation.js";
import type { ErrorDef } from "../../model/service.js";
import type { ErrorDeclaration, OperationDeclaration } from "../../syntax/document.js";
import { described } from "../described.js";
import { checkErrorName, checkRange, errorMatch } from "../service/errors.js";
import { declaredAt, firstAt } from "../scope.js";
import type { Service } from "../service/service.js";
import { typeRef } from "../types/type-refs.js";
import { isUnknown } from "../types/unknown-type.js";
import { hintFor } from "../hint.js";

/** What the operation can raise: what it lists, then what is possible everywhere; all of the table if it lists nothing. */
export function operationErrors(service: Service, { errors }: OperationDeclaration): OperationErrors {
  const table = service.errors.errors;
  if (!errors) return { closed: false, cases: table.filter(isLive).map((def) => caseOf(def)) };
  const listed = withoutDuplicates(service, errors.cases).flatMap((found) => listedCase(service, found));
  checkMatches(service, errors.cases);
  const names = new Set(listed.map(({ name }) => name));
  const everywhere = table.filter((def) => def.everywhere && isLive(def) && !names.has(def.name));
  return { closed: errors.closed, cases: [...listed, ...everywhere.map((def) => caseOf(def))] };
}

function isLive(def: ErrorDef): boolean {
  return def.removed === undefined;
}

function caseOf({ everywhere: _, ...def }: ErrorDef): ErrorCase {
  return { ...def, own: false };
}

function withoutDuplicates({ cx }: Service, cases: readonly ErrorDeclaration[]): readonly ErrorDeclaration[] {
  const seen = new Map<string, ErrorDeclaration>();
  return cases.filter((found) => {
    const first = seen.get(found.name.value);
    if (first) cx.report.add("HD306", found.name.span, { what: "error", name: found.name.value }, firstAt(first.name.span));
    seen.set(found.name.value, first ?? found);
    return first === undefined;
  });
}

/** For a status instead of a name. */
function statusHint(written: string, table: readonly ErrorDef[]): { readonly hint: string } | undefined {
  if (!/^\d{3}$/.test(written)) return undefined;
  const meant = table.find(({ match }) => match.kind === "status" && match.status === Number(written));
  const example = `[{Missing: {status: ${written}}}]`;
  return {
    hint: meant ? `\`${meant.name}\` is the error of status ${written}` : `errors have names; one of this operation alone: \`${example}\``,
  };
}

/** A name of the table, perhaps with docs or a body of its own; or an error that only this operation has. */
function listedCase(service: Service, declaration: ErrorDeclaration): readonly ErrorCase[] {
  const { cx, errors } = service;
  const { name, match, when } = declaration;
  const def = errors.errors.find((candidate) => candidate.name === name.value);
  if (!def && !match) {
    const names = errors.errors.map((candidate) => candidate.name);
    cx.report.add("HD310", name.span, { name: name.value }, statusHint(name.value, errors.errors) ?? hintFor(name.value, names));
    return [];
  }
  if (!def) checkErrorName(cx, declaration);
  if (match) checkRange(cx, match);
  if (def && match && !sameMatch(def, match)) cx.report.add("HD493", match.span, { name: name.value }, declaredAt(def.origin));
  if (def?.removed !== undefined)
    cx.report.add("HD498", name.span, { what: "error", name: name.value, removed: def.removed }, declaredAt(def.origin));
  const body = declaration.body && typeRef(cx, declaration.body);
  checkWhen(service, declaration, body ?? def?.body ?? errors.body);
  const inherited = def ? caseOf(def) : { name: name.value, match: errorMatch(match ?? { from: 0, to: 0 }), own: true };
  return [
    {
      ...inherited,
      ...described(cx, declaration.description, name.span),
      ...(body && { body }),
      ...(when && { when: { path: when.path.value, value: when.value } }),
    },
  ];
}

function sameMatch({ match }: ErrorDef, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return match.kind === "status" ? match.status === from && from === to : match.from === from && match.to === to;
}

/** The discriminator's path must lead somewhere in the body, as far as the body is known. */
function checkWhen({ cx, table }: Service, { when }: ErrorDeclaration, body: ErrorCase["body"]): void {
  if (!when || !body || isUnknown(body)) return;
  if (table.at(body, when.path.value.split(".")) === undefined) cx.report.add("HD494", when.path.span, { path: when.path.value });
}

/** Of the operation's own errors with one status, at most one may do without a discriminator, and no two may have the same. */
function checkMatches({ cx }: Service, cases: readonly ErrorDeclaration[]): void {
  const seen = new Map<string, ErrorDeclaration>();
  for (const found of cases) {
    if (!found.match) continue;
    const { match, when } = found;
    const key = JSON.stringify([match.from, match.to, when?.path.value, when?.value]);
    const first = seen.get(key);
    if (first) cx.report.add("HD495", match.span, { name: found.name.value, first: first.name.value }, firstAt(first.name.span));
    seen.set(key, first ?? found);
  }
}
