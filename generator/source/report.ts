import { catalog, type Args, type Code } from "./catalog/index.js";
import type { Diagnostic, Related } from "./diagnostic.js";
import type { Span } from "./span.js";

/** Collects the findings of a stage, so that all of them are shown at once. */
export class Report {
  readonly #diagnostics: Diagnostic[] = [];

  /** Adds a finding. `hint` is for what only this case knows: the nearest spelling, the file to create. */
  add<C extends Code>(
    code: C,
    span: Span | undefined,
    args: Args<C>,
    extra: { hint?: string | undefined; related?: readonly Related[] } = {},
  ): void {
    const entry = catalog[code] as { severity: Diagnostic["severity"]; message(args: Args<C>): string };
    this.#diagnostics.push({
      code,
      severity: entry.severity,
      message: entry.message(args),
      ...(span && { span }),
      related: extra.related ?? [],
      ...(extra.hint !== undefined && { hint: extra.hint }),
    });
  }

  /** Adds what another report found. */
  addAll(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.#diagnostics.push(diagnostic);
  }

  /** True once anything of severity `error` has been added. */
  get failed(): boolean {
    return this.#diagnostics.some((diagnostic) => diagnostic.severity === "error");
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }
}
