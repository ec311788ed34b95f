import { NotCode } from "../code/index.js";
import { suggestion } from "../source/nearest.js";
import type { Report } from "../source/report.js";
import type { Span } from "../source/span.js";
import { firstLine } from "./evaluate.js";
import { UnknownRuntimeName } from "./runtime-name.js";
import type { LoadedTemplate } from "./template-set.js";

/** A template threw, or did not return what it must. */
export class TemplateFailure extends Error {
  override readonly name = "TemplateFailure";
  readonly file: string;
  /** Where in somebody's TypeScript; undefined if the stack does not say. */
  readonly place: Span | undefined;
  /** The same for the same mistake, whatever it was rendering. */
  readonly identity: string;

  constructor(template: LoadedTemplate, cause: unknown) {
    super(firstLine(cause), { cause });
    this.file = template.file;
    this.place = template.trace(cause);
    const { line, column } = this.place?.file.position(this.place.start) ?? { line: 0, column: 0 };
    this.identity = JSON.stringify([template.file, this.place?.file.path, line, column, this.place ? "" : this.message]);
  }
}

/** `inherited()` was called where nothing lies below. */
export class NothingToInherit extends Error {
  override readonly name = "NothingToInherit";
  readonly slot: string;

  constructor(slot: string) {
    super("there is nothing to inherit");
    this.slot = slot;
  }
}

/** A template returned something else than it must. */
export class BadResult extends Error {
  override readonly name = "BadResult";
  readonly found: string;
  readonly expected: string;

  constructor(found: string, expected: string) {
    super(`returned ${found}`);
    this.found = found;
    this.expected = expected;
  }
}

/** Reports a failure at the place in the schema that was rendered, with the place in the template beside it. */
export function reportFailure(failure: TemplateFailure, what: string, origin: Span, report: Report): void {
  const { file, place, cause } = failure;
  const related = place ? [{ message: "thrown here", span: place }] : [];
  if (cause instanceof NotCode) report.add("HD607", origin, { file, what, problem: cause.message }, { related });
  else if (cause instanceof BadResult) report.add("HD608", origin, { file, what, found: cause.found, expected: cause.expected });
  else if (cause instanceof NothingToInherit) report.add("HD609", origin, { file, slot: cause.slot }, { related });
  else if (cause instanceof UnknownRuntimeName) {
    const hint = suggestion(cause.wanted, cause.known);
    report.add("HD612", origin, { file, name: cause.wanted }, { related, ...(hint !== undefined && { hint }) });
  } else report.add("HD606", origin, { file, what, problem: failure.message }, { related });
}
