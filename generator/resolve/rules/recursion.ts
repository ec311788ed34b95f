import type { Model } from "../../model/model.js";
import type { TypeRef } from "../../model/type-ref.js";
import type { Member, TypeDef, Union, Variant } from "../../model/types.js";
import type { Rule } from "./rule.js";

/**
 * A value of a type must be able to end: a record that requires itself, directly or through others, has none that does.
 * Lists, maps, optional fields, null and a union with another variant all let it end.
 */
export const recursion: Rule = (model, report) => {
  const endless = endlessTypes(model);
  const walked = new Set<string>();
  for (const type of endless.values()) {
    const [start, ...rest] = cycleFrom(type, endless, walked);
    if (!start) continue;
    const related = rest.map((step) => ({ message: `\`${step.type.name}\` requires it here`, span: step.at.origin }));
    report.add("HD419", start.at.origin, { names: [start, ...rest, start].map((step) => step.type.name) }, { related });
  }
};

/** What must be there for a value of a type to be there. */
interface Requirement {
  readonly ref: TypeRef;
  readonly origin: TypeDef["origin"];
}

function endlessTypes({ types }: Model): ReadonlyMap<string, TypeDef> {
  const endless = new Map(types.map((type) => [type.name, type]));
  const needs = neededParameters(types);
  for (let before = -1; before !== endless.size;) {
    before = endless.size;
    for (const type of endless.values()) {
      if (ends(type, (ref) => refEnds(ref, endless, needs))) endless.delete(type.name);
    }
  }
  return endless;
}

function refEnds(ref: TypeRef, endless: ReadonlyMap<string, TypeDef>, needs: Needs): boolean {
  if (ref.kind !== "named") return true;
  return !endless.has(ref.name) && ref.args.every((arg, index) => !needs.get(ref.name)?.has(index) || refEnds(arg, endless, needs));
}

function ends(type: TypeDef, refIsFinite: (ref: TypeRef) => boolean): boolean {
  const all = (requirements: readonly Requirement[]) => requirements.every(({ ref }) => refIsFinite(ref));
  return (
    all(requirements(type)) &&
    (type.kind !== "union" || type.variants.length === 0 || type.variants.some((variant) => all(ofVariant(variant))))
  );
}

/** Requirements of every value; those of a union's variants are alternatives and come apart. */
function requirements(type: TypeDef): readonly Requirement[] {
  if (type.kind === "record") return ofMembers(type.members);
  if (type.kind === "union") return ofMembers(type.base);
  return type.kind === "alias" ? [{ ref: type.type, origin: type.origin }] : [];
}

function ofMembers(members: readonly Member[]): readonly Requirement[] {
  return members.filter((member) => member.kind === "spread" || member.required).map(({ type, origin }) => ({ ref: type, origin }));
}

function ofVariant({ payload, origin }: Variant): readonly Requirement[] {
  if (payload.kind === "fields") return ofMembers(payload.members);
  return payload.kind === "type" ? [{ ref: payload.type, origin }] : [];
}

/** By type: which of its parameters (by position) a value of it cannot do without. */
type Needs = ReadonlyMap<string, ReadonlySet<number>>;

function neededParameters(types: readonly TypeDef[]): Needs {
  const needs = new Map(types.map((type) => [type.name, new Set<number>()]));
  for (let grew = true; grew;) {
    grew = false;
    for (const type of types) {
      const mine = needs.get(type.name);
      for (const parameter of parametersIn(type, needs)) {
        const index = type.parameters.indexOf(parameter);
        if (!mine || mine.has(index)) continue;
        mine.add(index);
        grew = true;
      }
    }
  }
  return needs;
}

function parametersIn(type: TypeDef, needs: Needs): readonly string[] {
  const of = (list: readonly Requirement[]) => list.flatMap(({ ref }) => parametersOfRef(ref, needs));
  return [...of(requirements(type)), ...(type.kind === "union" ? inEveryVariant(type, of) : [])];
}

function inEveryVariant({ variants }: Union, of: (list: readonly Requirement[]) => readonly string[]): readonly string[] {
  const [first = [], ...rest] = variants.map((variant) => of(ofVariant(variant)));
  return first.filter((parameter) => rest.every((parameters) => parameters.includes(parameter)));
}

function parametersOfRef(ref: TypeRef, needs: Needs): readonly string[] {
  if (ref.kind === "parameter") return [ref.name];
  return ref.kind === "named" ? ref.args.flatMap((arg, index) => (needs.get(ref.name)?.has(index) ? parametersOfRef(arg, needs) : [])) : [];
}

interface Step {
  readonly type: TypeDef;
  readonly at: Requirement;
}

/**
 * Follows the first requirement that cannot end until a type comes again, and gives the round from there; nothing if the way
 * joins one that was walked before, whose round is known.
 */
function cycleFrom(start: TypeDef, endless: ReadonlyMap<string, TypeDef>, walked: Set<string>): readonly Step[] {
  const way: Step[] = [];
  for (let type: TypeDef | undefined = start; type;) {
    const again = way.findIndex((step) => step.type === type);
    if (again !== -1) return way.slice(again);
    if (walked.has(type.name)) return [];
    walked.add(type.name);
    const all: readonly Requirement[] = [...requirements(type), ...(type.kind === "union" ? type.variants.flatMap(ofVariant) : [])];
    const found = all.flatMap((at) => namesIn(at.ref).flatMap((name) => ({ at, next: endless.get(name) }))).find(({ next }) => next);
    if (!found) return [];
    way.push({ type, at: found.at });
    type = found.next;
  }
  return [];
}

function namesIn(ref: TypeRef): readonly string[] {
  return ref.kind === "named" ? [ref.name, ...ref.args.flatMap(namesIn)] : [];
}
