import type { AuthDeclaration, AuthSchemeDeclaration } from "../../syntax/document.js";
import type { Cx } from "../cx.js";
import { descriptionOf } from "../description.js";
import { Names, snake, wordsOf } from "../names/words.js";
import type { Cursor } from "../source/cursor.js";

export interface Schemes {
  readonly declared: readonly AuthSchemeDeclaration[];
  /** The name of a scheme by its key in the document. */
  readonly names: ReadonlyMap<string, string>;
}

/** The auth schemes of the document, each with the setting that holds its credential. */
export function schemesOf(cx: Cx): Schemes {
  const names = new Names();
  const found = new Map<string, string>();
  const declared = (cx.root.get("components")?.get("securitySchemes")?.entries() ?? []).flatMap((entry) => {
    const scheme = cx.refs.follow(entry);
    if (!scheme) return [];
    const name = names.take(snake(wordsOf(entry.key)));
    found.set(entry.key, name);
    return [schemeOf(cx, scheme, name)];
  });
  return { declared, names: found };
}

function schemeOf(cx: Cx, scheme: Cursor, name: string): AuthSchemeDeclaration {
  const kind = kindOf(cx, scheme);
  const wire = scheme.text("name");
  const credential = kind === "bearer" || kind === "basic" ? { bearer: "api_key", basic: "credentials" }[kind] : undefined;
  const isOwn = credential !== undefined && onlyOf(cx, scheme);
  return {
    name: scheme.as(name),
    kind: { value: kind, span: scheme.span },
    ...(isOwn && { credential: scheme.as(credential) }),
    ...(scheme.text("type") === "apiKey" && wire !== undefined && { wire: scheme.as(wire) }),
    description: descriptionOf(scheme),
  };
}

/** With one scheme, its setting has the usual name; several have one each, called like the scheme. */
function onlyOf(cx: Cx, scheme: Cursor): boolean {
  return (cx.root.get("components")?.get("securitySchemes")?.entries().length ?? 0) === 1 && scheme.isObject;
}

function kindOf(cx: Cx, scheme: Cursor): AuthSchemeDeclaration["kind"]["value"] {
  const type = scheme.text("type");
  const http = scheme.text("scheme")?.toLowerCase();
  if (type === "http" && (http === "bearer" || http === "basic")) return http;
  if (type === "apiKey") {
    const place = scheme.text("in");
    if (place === "header" || place === "query" || place === "cookie") return place;
  }
  if (type === "oauth2" || type === "openIdConnect") {
    cx.notes.add("oauth-flow", scheme);
    return "bearer";
  }
  cx.notes.add("scheme-kind", scheme);
  return "custom";
}

/** What a `security` list asks for: `none` if it is empty, or if one of its alternatives is. */
export function authOf(cx: Cx, security: Cursor, { names }: Schemes): AuthDeclaration | undefined {
  const alternatives = security.items().flatMap((item) => {
    const all = item.entries().map((entry) => {
      if (entry.items().length > 0) cx.notes.add("scopes", entry);
      if (!names.has(entry.key)) cx.notes.add("scheme-unknown", entry);
      const name = names.get(entry.key);
      return name === undefined ? undefined : entry.as(name);
    });
    const known = all.filter((name) => name !== undefined);
    return known.length === all.length && known.length > 0 ? [known] : [];
  });
  const isUnknown = alternatives.length === 0 && security.items().some((item) => item.entries().length > 0);
  return isUnknown ? undefined : { span: security.span, anyOf: alternatives };
}

/** Equal for two requirements that mean the same. */
export function authKey({ anyOf }: AuthDeclaration): string {
  return JSON.stringify(anyOf.map((all) => all.map(({ value }) => value).sort()).sort());
}
