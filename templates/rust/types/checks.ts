import {
  code,
  join,
  lines,
  type ChoiceRef,
  type Code,
  type Constraints,
  type Field,
  type Member,
  type ScalarRef,
  type TypeDef,
  type TypeRef,
} from "heddle/template";
import type { Context } from "../context.js";
import { block } from "../layout/declaration.js";
import { array, callArguments } from "../layout/expression.js";
import { present, statements } from "./fields.js";
import { patternForm } from "./pattern-form.js";

/** The expressions that check members (JSON-4); `of` is what a member's value is called. */
export function checks(members: readonly Member[], of: (member: Member) => Code, cx: Context): readonly Code[] {
  return present(members).flatMap((member) => {
    if (member.kind === "spread") return hasChecks(member.type, cx) ? [code`at.nested${callArguments([cx.key(""), of(member)])}`] : [];
    return rules(member, of(member), cx);
  });
}

/** The expressions that check one named value. */
export function rules(field: Pick<Field, "wire" | "type">, value: Code, cx: Context): readonly Code[] {
  return rulesOf(field.type, cx).map((each) => called(each, field.wire, value, cx));
}

/** The same of a value at hand, as far as its type does not know them itself. */
export function ownRules(type: TypeRef, value: Code, cx: Context): readonly Code[] {
  const own = rulesOf(type, cx).filter(({ isNested }) => !isNested);
  return own.map((each) => called(each, "", value, cx));
}

/** A function that looks further stays on the line of its call. */
function called({ rule, range, look }: Rule, wire: string, value: Code, cx: Context): Code {
  const args = [cx.key(wire), value, ...(range ? [range] : [])];
  return look ? code`at.${rule}(${join(code`, `, args)}, ${look})` : code`at.${rule}${callArguments(args)}`;
}

interface Rule {
  readonly rule: Code;
  readonly range?: Code;
  /** What is done with each item. */
  readonly look?: Code;
  /** Set for a rule of a list as a whole, which does not hold for each scalar in it. */
  readonly isWhole?: true;
  /** Set where the type checks itself. */
  readonly isNested?: true;
}

/** Rules of a scalar hold for each scalar in a list or map. */
function rulesOf(ref: TypeRef, cx: Context): readonly Rule[] {
  switch (ref.kind) {
    case "scalar":
      return scalarRules(ref, cx);
    case "choice":
      return choiceRules(ref, cx);
    case "nullable":
      return rulesOf(ref.of, cx);
    case "map":
      return inside(code`values`, ref.of, cx);
    case "list": {
      const count = between(ref.minItems, ref.maxItems, (bound) => cx.integer(bound));
      return [...(count ? [{ rule: code`count`, range: count, isWhole: true } as const] : []), ...inside(code`items`, ref.of, cx)];
    }
    case "named": {
      const type = cx.named(ref.name);
      if (cx.listed(type)) return [];
      if (type.kind === "alias" && (!type.distinct || hasRules(type.type, cx))) return rulesOf(type.type, cx);
      return hasChecks(ref, cx) ? [{ rule: code`nested`, isNested: true }] : [];
    }
    default:
      return [];
  }
}

/** Rules of what is in a list or a map: those of its scalars as they are, those of a list in it in a function of their own. */
function inside(each: Code, of: TypeRef, cx: Context): readonly Rule[] {
  const found = rulesOf(of, cx);
  if (!found.some(({ isWhole }) => isWhole)) return found;
  const checked = statements(rules({ wire: "", type: of }, code`item`, cx));
  return [{ rule: each, look: block(code`|at, item|`, lines(checked)), isWhole: true }];
}

function scalarRules({ scalar, constraints = {} }: ScalarRef, cx: Context): readonly Rule[] {
  if (scalar === "string") {
    const range = between(constraints.min, constraints.max, (bound) => cx.integer(bound));
    return [
      ...(range ? [{ rule: code`length`, range }] : []),
      ...(constraints.pattern === undefined ? [] : [{ rule: code`pattern`, range: form(constraints.pattern, cx) }]),
    ];
  }
  if (scalar === "bytes") {
    const range = between(constraints.min, constraints.max, (bound) => cx.integer(bound));
    return range ? [{ rule: code`size`, range }] : [];
  }
  if (scalar === "decimal") {
    const range = between(constraints.min, constraints.max, (bound) => cx.key(String(bound)));
    return range ? [{ rule: code`decimal`, range }] : [];
  }
  if (!/^(u?int|float)/.test(scalar)) return [];
  const range = numbers(scalar, constraints, cx);
  return range ? [{ rule: code`range`, range }] : [];
}

/** `&crate::pattern!("^[a-z]+$")`, with what `regex` reads where that is spelt otherwise. */
function form(pattern: string, cx: Context): Code {
  const own = patternForm(pattern);
  return code`&crate::pattern!(${cx.key(pattern)}${own === pattern ? undefined : code`, ${cx.key(own)}`})`;
}

/** Texts that are listed; other choices are told apart by their types. */
function choiceRules({ of }: ChoiceRef, cx: Context): readonly Rule[] {
  const values = of.flatMap((ref) => (ref.kind === "literal" && typeof ref.value === "string" ? [cx.literal(ref.value)] : []));
  return values.length === of.length ? [{ rule: code`one_of`, range: code`&${array(values)}` }] : [];
}

/** Whether a type is a scalar with rules of its own. */
export function hasRules(ref: TypeRef, cx: Context): boolean {
  return (ref.kind === "scalar" || ref.kind === "choice") && rulesOf(ref, cx).length > 0;
}

function numbers(scalar: string, { min, max }: Constraints, cx: Context): Code | undefined {
  return between(min, max, (bound) => (scalar.startsWith("float") ? cx.float(Number(bound)) : cx.integer(bound)));
}

/** `1..=100`, `1..` or `..=100`. */
function between(
  min: number | string | undefined,
  max: number | string | undefined,
  bound: (value: number | string) => Code,
): Code | undefined {
  if (min === undefined && max === undefined) return undefined;
  return code`${min === undefined ? undefined : bound(min)}..${max === undefined ? undefined : code`=${bound(max)}`}`;
}

/** Whether there is anything to check in values of a type, however deep. */
export function hasChecks(ref: TypeRef, cx: Context, seen: ReadonlySet<TypeDef> = new Set()): boolean {
  if (ref.kind === "list" && (ref.minItems !== undefined || ref.maxItems !== undefined)) return true;
  if (ref.kind === "list" || ref.kind === "map" || ref.kind === "nullable") return hasChecks(ref.of, cx, seen);
  if (ref.kind === "scalar" || ref.kind === "choice") return rulesOf(ref, cx).length > 0;
  if (ref.kind !== "named") return false;
  const type = cx.named(ref.name);
  return !seen.has(type) && typeHasChecks(type, cx, new Set([...seen, type]));
}

function typeHasChecks(type: TypeDef, cx: Context, seen: ReadonlySet<TypeDef>): boolean {
  const some = (refs: readonly TypeRef[]): boolean => refs.some((ref) => hasChecks(ref, cx, seen));
  switch (type.kind) {
    case "record":
      return some(type.members.map((member) => member.type));
    case "alias":
      return !cx.listed(type) && some([type.type]);
    case "enum":
      return false;
    case "union":
      return some([
        ...type.base.map((member) => member.type),
        ...type.variants.flatMap(({ payload }) => {
          if (payload.kind === "type") return [payload.type];
          return payload.kind === "fields" ? payload.members.map((member) => member.type) : [];
        }),
      ]);
  }
}
