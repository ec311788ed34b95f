import {
  code,
  empty,
  type Code,
  type Constraints,
  type Deprecation,
  type Described,
  type Json,
  type Operation,
  type Prose,
  type TypeRef,
} from "heddle/template";
import type { Context } from "./context.js";
import { replacement } from "./replacement.js";

/** What a doc comment says about anything that has a name. */
export function described(node: Described, cx: Context): { doc?: string; deprecated?: Prose | true; since?: string } {
  return {
    ...(node.doc !== undefined && { doc: node.doc }),
    ...(node.deprecated && { deprecated: deprecation(node, node.deprecated, cx) }),
    ...(node.since !== undefined && { since: node.since }),
  };
}

/** `{@link listParcels}`: the function of an operation's first name. */
export function operationLink({ calls }: Operation, cx: Context): Code {
  const call = calls.find(({ removed }) => removed === undefined) ?? calls[0];
  return call ? code`{@link ${cx.localName(call, "function")}}` : empty;
}

/** What a deprecation says; true if it says no more than that. */
function deprecation(node: Described, { since, use, doc = "" }: Deprecation, cx: Context): Prose | true {
  if (use === undefined) return [since === undefined ? "" : `Since ${since}.`, doc].filter(Boolean).join(" ") || true;
  return [since === undefined ? "Use" : `Since ${since}, use`, replacement(node, use, cx), `instead. ${doc}`.trimEnd()];
}

/** The same as Markdown, for the values of an enumeration. */
export function deprecationText(value: Described, cx: Context): string | undefined {
  const said = value.deprecated && deprecation(value, value.deprecated, cx);
  return said && ["Deprecated.", ...(said === true ? [] : [said].flat().filter((part) => typeof part === "string"))].join(" ");
}

/** A value as text and notes: `Number of results. 1 to 100. Default: 50.` */
export function valueDoc(node: Described & { type: TypeRef; default?: Json; secret?: boolean }): string {
  const notes = [
    ...constraintNotes(node.type),
    ...(node.default === undefined ? [] : [`Default: \`${JSON.stringify(node.default)}\`.`]),
    ...(node.secret ? ["Secret: keep it out of logs."] : []),
  ];
  return notes.length === 0 || node.doc === undefined ? [node.doc, ...notes].filter(Boolean).join(" ") : joined(node.doc, notes.join(" "));
}

/** Notes behind a text: in its line if it is only that, else as a paragraph of their own. */
function joined(doc: string, notes: string): string {
  const text = doc.trimEnd();
  if (text.includes("\n\n") || /^\s*([-*+#>|]|\d+[.)]|```|~~~)/m.test(text)) return `${text}\n\n${notes}`;
  return `${sentence(text)} ${notes}`;
}

function sentence(text: string): string {
  return /[.!?:\u2026][)"'*_`]*$/.test(text) ? text : `${text}.`;
}

function constraintNotes(ref: TypeRef): readonly string[] {
  switch (ref.kind) {
    case "nullable":
      return constraintNotes(ref.of);
    case "list":
      return between(ref.minItems, ref.maxItems, " items");
    case "scalar":
      return [...formNotes(ref.scalar), ...(ref.constraints ? scalarNotes(ref.scalar, ref.constraints) : [])];
    default:
      return [];
  }
}

/** What a text looks like of which the program's type says only that it is one. */
const forms: ReadonlyMap<string, string> = new Map([
  ["date", "As in `2026-01-31`."],
  ["time", "As in `09:30:00`."],
  ["datetime", "As in `2026-01-31T09:30:00Z`."],
  ["duration", "As in `PT1H30M`."],
  ["decimal", "As in `19.90`."],
  ["uuid", "A UUID."],
]);

function formNotes(scalar: string): readonly string[] {
  const form = forms.get(scalar);
  return form === undefined ? [] : [form];
}

function scalarNotes(scalar: string, { min, max, pattern }: Constraints): readonly string[] {
  const unit = scalar === "bytes" ? " bytes" : /^(u?int|float|decimal)/.test(scalar) ? "" : " characters";
  return [...between(min, max, unit), ...(pattern === undefined ? [] : [`Matches \`/${pattern}/\`.`])];
}

function between(min: number | string | undefined, max: number | string | undefined, unit: string): readonly string[] {
  const of = (count: number | string): string => `${count}${String(count) === "1" ? unit.replace(/s$/, "") : unit}`;
  if (min !== undefined && max !== undefined) return [min === max ? `Exactly ${of(min)}.` : `${min} to ${max}${unit}.`];
  return min !== undefined ? [`At least ${of(min)}.`] : max !== undefined ? [`At most ${of(max)}.`] : [];
}
