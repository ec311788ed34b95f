import { scalars } from "../model/type-ref.js";
import type { Report } from "../source/report.js";
import type { Program, TypeDeclaration } from "../syntax/document.js";
import { checkName } from "./names.js";
import { hintFor } from "./hint.js";
import type { Related } from "../source/diagnostic.js";
import type { Span } from "../source/span.js";

/** A declared type and the file it stands in. */
export interface Declaration {
  readonly declaration: TypeDeclaration;
  readonly module: string;
}

/** Type operators and words of the notation: no type may take such a name. */
export const operators: ReadonlySet<string> = new Set(["Partial", "Pick", "Omit"]);
const builtIn: ReadonlySet<string> = new Set([...scalars, ...operators, "map", "null", "true", "false"]);

/** Every type of the program by its name. */
export class Scope {
  readonly #types = new Map<string, Declaration>();

  constructor(program: Program, report: Report) {
    for (const { types, module } of program.files) {
      for (const declaration of types) this.#declare({ declaration, module }, report);
    }
  }

  get(name: string): Declaration | undefined {
    return this.#types.get(name);
  }

  /** In the order of declaration. */
  all(): readonly Declaration[] {
    return [...this.#types.values()];
  }

  /** `did you mean ...?` for a name that is none; `more` are the names that are only valid here. */
  suggest(name: string, more: Iterable<string> = []): { hint?: string } {
    return hintFor(name, [...more, ...this.#types.keys(), ...scalars]);
  }

  #declare(found: Declaration, report: Report): void {
    const { name, parameters } = found.declaration;
    const first = this.#types.get(name.value);
    checkName(report, "type", name);
    if (builtIn.has(name.value)) report.add("HD305", name.span, { what: "type", name: name.value });
    else if (first) report.add("HD306", name.span, { what: "type", name: name.value }, firstAt(first.declaration.name.span));
    else this.#types.set(name.value, found);
    this.#checkParameters(parameters, report);
  }

  #checkParameters(parameters: TypeDeclaration["parameters"], report: Report): void {
    for (const parameter of parameters) {
      checkName(report, "type parameter", parameter);
      if (builtIn.has(parameter.value)) report.add("HD305", parameter.span, { what: "type parameter", name: parameter.value });
    }
  }
}

/** The related place of a second declaration. */
export function firstAt(span: Span): { readonly related: readonly Related[] } {
  return { related: [{ message: "first declared here", span }] };
}

/** The related place of what a finding is about. */
export function declaredAt(span: Span): { readonly related: readonly Related[] } {
  return { related: [{ message: "declared here", span }] };
}
