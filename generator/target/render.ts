import { isCode, reference, text, type Code } from "../code/index.js";
import type { Model } from "../model/index.js";
import type { Report } from "../source/report.js";
import { checkVariants } from "./check-variants.js";
import { settleNames, type SettledName } from "./names.js";
import type { OutputFile } from "./output-file.js";
import type { RuntimeFile } from "./runtime-files.js";
import { slotRenderer } from "./slot-renderer.js";
import type { Slot, Slots } from "./slots.js";
import type { Target, TargetOptions } from "./target.js";
import type { ContextBase, PlannedFile, Rendered, TemplateContext } from "./template.js";
import type { TemplateSet } from "./template-set.js";

export interface Rendering<Options> {
  readonly model: Model;
  readonly options: Options;
  readonly templates: TemplateSet;
  readonly runtime: readonly RuntimeFile[];
  readonly report: Report;
}

/**
 * The files of a target, by path, before its `finish`. If anything is wrong with a name or a template it is reported, as much as can be
 * found at once, and there are none.
 */
export function renderTarget<Options extends TargetOptions, Context extends TemplateContext>(
  target: Target<Options, Context>,
  { model, options, templates, runtime, report }: Rendering<Options>,
): readonly OutputFile[] {
  const before = errorsIn(report);
  const names = settleNames(target.scopes(model, options), report);
  checkVariants(model, target.id, templates, report);
  target.check?.(model, report);
  const render = slotRenderer(target.id, templates, report);
  const base: ContextBase = {
    model,
    options,
    name: (node, role) => nameCode(names.of(node, role)),
    slot: <S extends Slot>(slot: S, node: Slots[S]): Rendered<S> => render(slot, node, cx),
  };
  const cx = target.context({ base, model, options, names });
  const planned = [...target.plan(model, cx), ...cx.slot("files", model)];
  const print = ({ path, content }: PlannedFile): OutputFile => ({
    path,
    content: isCode(content) ? target.print(path, content, options) : content.text.replace(/\r\n?/g, "\n"),
  });
  const copied = runtime.flatMap((file) => target.runtime(file.path, file.text, options) ?? []);
  const files = byPath([...planned.map(print), ...copied]);
  reportClashes(files, report);
  return errorsIn(report) > before ? [] : files;
}

function byPath(files: readonly OutputFile[]): readonly OutputFile[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Some systems take `User.ts` and `user.ts` for one file. */
function reportClashes(files: readonly OutputFile[], report: Report): void {
  const seen = new Map<string, string>();
  for (const { path } of files) {
    const first = seen.get(path.toLowerCase());
    if (first === undefined) seen.set(path.toLowerCase(), path);
    else report.add("HD502", undefined, { path, first });
  }
}

function errorsIn(report: Report): number {
  return report.diagnostics.filter(({ severity }) => severity === "error").length;
}

function nameCode({ text: local, symbol }: SettledName): Code {
  return symbol ? reference(symbol) : text(local);
}
