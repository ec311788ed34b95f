import type { AuthRequirement, AuthScheme } from "../../model/service.js";
import type { AuthDeclaration, AuthSchemeDeclaration, ClientDeclaration } from "../../syntax/document.js";
import type { Context } from "../context.js";
import { described } from "../described.js";
import { isToken } from "../operations/headers.js";
import { checkName } from "../names.js";
import { firstAt } from "../scope.js";
import { hintFor } from "../hint.js";

/** The schemes of the client, by name. */
export function schemesOf(cx: Context, declarations: readonly AuthSchemeDeclaration[]): readonly AuthScheme[] {
  const seen = new Map<string, AuthSchemeDeclaration>();
  return declarations.flatMap((declaration) => {
    const { name } = declaration;
    const first = seen.get(name.value);
    if (first) cx.report.add("HD306", name.span, { what: "auth scheme", name: name.value }, firstAt(first.name.span));
    if (first) return [];
    seen.set(name.value, declaration);
    return [schemeOf(cx, declaration)];
  });
}

function schemeOf(cx: Context, { name, kind, credential, wire, description }: AuthSchemeDeclaration): AuthScheme {
  checkName(cx.report, "auth scheme", name);
  if (credential) checkName(cx.report, "credential", credential);
  const needsWire = kind.value === "header" || kind.value === "query" || kind.value === "cookie";
  if (needsWire && !wire) cx.report.add("HD476", kind.span, { kind: kind.value });
  if (wire && (kind.value === "header" || kind.value === "cookie")) isToken(cx, wire);
  return {
    name: name.value,
    ...described(cx, description, name.span),
    kind: kind.value,
    credential: credential?.value ?? name.value,
    wire: wire?.value ?? (kind.value === "bearer" || kind.value === "basic" ? "Authorization" : ""),
  };
}

/** What every operation needs unless it says otherwise: what the client says, else its only scheme. */
export function defaultAuth(cx: Context, client: ClientDeclaration, schemes: readonly AuthScheme[]): AuthRequirement {
  if (client.auth) return authOf(cx, client.auth, schemes);
  const [only, second] = schemes;
  if (second) cx.report.add("HD477", client.schemes[0]?.name.span ?? client.span, { schemes: schemes.map(({ name }) => name) });
  return { anyOf: only ? [{ allOf: [only.name] }] : [] };
}

/** For a kind of scheme where the name of one is meant. */
function kindHint(written: string): { readonly hint: string } | undefined {
  if (!/^(bearer|basic|header|query|cookie|custom)$/.test(written)) return undefined;
  const name = /^(header|query|cookie)$/.test(written) ? ", name: X-Key" : "";
  const example = written === "bearer" ? "auth: {bearer: api_key}" : `schemes: {main: {${written}: api_key${name}}}`;
  return { hint: `that is a kind of scheme; the client says what holds its credential, as in \`${example}\`` };
}

export function authOf(cx: Context, declaration: AuthDeclaration, schemes: readonly AuthScheme[]): AuthRequirement {
  const names = schemes.map(({ name }) => name);
  for (const name of declaration.anyOf.flat()) {
    if (!names.includes(name.value))
      cx.report.add("HD311", name.span, { name: name.value, names }, kindHint(name.value) ?? hintFor(name.value, names));
  }
  return { anyOf: declaration.anyOf.map((all) => ({ allOf: all.map(({ value }) => value) })) };
}
