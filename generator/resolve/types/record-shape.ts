import { scalars, type TypeRef } from "../../model/type-ref.js";
import type { Member } from "../../model/types.js";
import type { Span } from "../../source/span.js";
import type { FieldDeclaration, RecordBody, SpreadDeclaration } from "../../syntax/document.js";
import type { TypeExpression } from "../../syntax/type-expression.js";
import type { Context } from "../context.js";
import { derivation, derivedShape } from "./derivation.js";
import { field, spread } from "../fields.js";
import { declaredAt, firstAt, type Declaration } from "../scope.js";
import { bind, substitute, substituteMember, type Bindings } from "./substitute.js";
import { argumentsOf, lookUp, typeRef } from "./type-refs.js";
import { unknownType } from "./unknown-type.js";

/** What an object consists of, with includes, `Partial`, `Pick` and `Omit` worked in; `extra` is the unknown type if something could not be. */
export interface RecordShape {
  readonly members: readonly Member[];
  readonly extra?: TypeRef;
}

const scalarNames: ReadonlySet<string> = new Set(scalars);

/** The members of a declared type, worked out once; undefined, and reported at `use`, if it has none. */
export function shapeOfDeclaration(cx: Context, declared: Declaration, use: Span): RecordShape | undefined {
  const { name, body, parameters } = declared.declaration;
  const known = cx.shapes.get(name.value);
  if (known) return known === "broken" ? undefined : known;
  if (!isOpenable(cx, declared, use)) return undefined;
  cx.open.push(name.value);
  const inSight = new Set(parameters.map((parameter) => parameter.value));
  const shape = body.kind === "record" ? recordShape(cx, body, inSight) : "type" in body ? shapeOf(cx, body.type, inSight) : undefined;
  cx.open.pop();
  cx.shapes.set(name.value, shape ?? "broken");
  return shape;
}

/** More levels of includes than anybody writes, and few enough to follow them by recursion. */
const deepest = 32;

/** Whether a type has members that can be worked out now: it is an object, not met on the way here, and the way is not too long. */
function isOpenable(cx: Context, { declaration: { name, body } }: Declaration, use: Span): boolean {
  const again = cx.open.indexOf(name.value);
  if (body.kind === "union" || body.kind === "enum")
    cx.report.add("HD412", use, { name: name.value, kind: body.kind }, declaredAt(name.span));
  else if (again !== -1) cx.report.add("HD411", use, { names: [...cx.open.slice(again), name.value] });
  else if (cx.open.length >= deepest) cx.report.add("HD425", use, { deepest });
  else return true;
  return false;
}

/** The members of what stands behind `$include`, or of a whole type like `Partial<T>`. */
export function shapeOf(cx: Context, expression: TypeExpression, parameters: ReadonlySet<string>): RecordShape | undefined {
  const operator = derivation(expression);
  if (operator) return derivedShape(cx, operator, parameters);
  if (expression.kind !== "name" || parameters.has(expression.name.value) || scalarNames.has(expression.name.value)) {
    const name = expression.kind === "name" ? expression.name.value : undefined;
    cx.report.add("HD412", expression.span, { name, kind: "other" });
    return undefined;
  }
  const declared = lookUp(cx, expression, parameters);
  const shape = declared && shapeOfDeclaration(cx, declared, expression.span);
  if (!declared || !shape) return undefined;
  const names = declared.declaration.parameters.map((parameter) => parameter.value);
  return substituteShape(shape, bind(names, argumentsOf(cx, declared, expression, parameters)));
}

function substituteShape({ members, extra }: RecordShape, bindings: Bindings): RecordShape {
  return { members: members.map((member) => substituteMember(member, bindings)), ...(extra && { extra: substitute(extra, bindings) }) };
}

/** The members of an object as declared: each include is replaced by what it brings, in its place. */
export function recordShape(cx: Context, body: Pick<RecordBody, "members" | "extra">, parameters: ReadonlySet<string>): RecordShape {
  const own = body.extra && typeRef(cx, body.extra, parameters);
  const found: { member: Member; at: Span }[] = [];
  let extra = own;
  for (const declaration of body.members) {
    if (declaration.kind === "include") {
      const included = shapeOf(cx, declaration.type, parameters);
      extra ??= included ? included.extra : unknownType;
      for (const member of included?.members ?? []) found.push({ member, at: declaration.type.span });
    } else {
      found.push({ member: memberOf(cx, declaration, parameters), at: declaration.name.span });
    }
  }
  return { members: withoutClashes(cx, found), ...(extra && { extra }) };
}

function memberOf(cx: Context, declaration: FieldDeclaration | SpreadDeclaration, parameters: ReadonlySet<string>): Member {
  return declaration.kind === "field" ? field(cx, declaration, parameters) : spread(cx, declaration, parameters);
}

/** Keeps the first of two members that share a name or a key in JSON, and reports the second where it comes in. */
function withoutClashes(cx: Context, found: readonly { readonly member: Member; readonly at: Span }[]): readonly Member[] {
  const names = new Map<string, Member>();
  const wires = new Map<string, Member>();
  return found.flatMap(({ member, at }) => {
    const wire = member.kind === "field" ? member.wire : undefined;
    const sameName = names.get(member.name);
    const first = sameName ?? (wire === undefined ? undefined : wires.get(wire));
    if (first) {
      const args = { what: member.kind, name: sameName ? member.name : (wire ?? ""), included: at !== member.origin, wire: !sameName };
      cx.report.add("HD413", at, args, firstAt(first.origin));
      return [];
    }
    names.set(member.name, member);
    if (wire !== undefined) wires.set(wire, member);
    return [member];
  });
}
