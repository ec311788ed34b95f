import type { MemberDeclaration, OperationDeclaration, TypeDeclaration } from "../syntax/document.js";
import type { TypeExpression } from "../syntax/type-expression.js";

/** Names of the types that a declaration mentions. */
export function mentionsOf({ body }: TypeDeclaration): ReadonlySet<string> {
  const found = new Set<string>();
  if (body.kind === "record") inMembers(body.members, found);
  if (body.kind === "record" && body.extra) inType(body.extra, found);
  if (body.kind === "alias" || body.kind === "derived") inType(body.type, found);
  if (body.kind === "union") {
    inMembers(body.base, found);
    for (const { payload } of body.variants) {
      if (payload.kind === "fields") inMembers(payload.members, found);
      if (payload.kind === "type") inType(payload.type, found);
    }
  }
  return found;
}

/** Names of the types that an operation mentions. */
export function usesOf({ params, body, success, errors, stream }: OperationDeclaration): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { type } of params) inType(type, found);
  for (const { type } of body?.contents ?? []) if (type) inType(type, found);
  for (const { content, alternatives = [], headers } of success) {
    for (const each of [content, ...alternatives]) if (each?.type) inType(each.type, found);
    for (const { type } of headers) inType(type, found);
  }
  for (const { body: type } of errors?.cases ?? []) if (type) inType(type, found);
  if (stream?.type) inType(stream.type, found);
  return found;
}

function inMembers(members: readonly MemberDeclaration[], found: Set<string>): void {
  for (const { type } of members) inType(type, found);
}

function inType(type: TypeExpression, found: Set<string>): void {
  if (type.kind === "name") {
    found.add(type.name.value);
    for (const argument of type.args) inType(argument, found);
  }
  if (type.kind === "list" || type.kind === "map") inType(type.of, found);
  if (type.kind === "union") for (const option of type.of) inType(option, found);
}

/** In which module each type lies: that of the only one that reaches it, else the shared one. */
export function modulesOf(
  types: readonly TypeDeclaration[],
  uses: ReadonlyMap<string, ReadonlySet<string>>,
  shared: string,
): ReadonlyMap<string, string> {
  const mentions = new Map(types.map((type) => [type.name.value, mentionsOf(type)]));
  const home = new Map<string, string>();
  for (const [module, used] of uses) {
    const open = [...used];
    const seen = new Set<string>();
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (seen.has(name) || !mentions.has(name)) continue;
      seen.add(name);
      open.push(...(mentions.get(name) ?? []));
      home.set(name, (home.get(name) ?? module) === module ? module : shared);
    }
  }
  return home;
}
