import path from "node:path";
import type { Report } from "../source/report.js";
import { suggestion } from "../source/nearest.js";
import type { CodeFolder, CodeInput, CodeReader } from "./code-folder.js";
import type { ProvidedModules } from "./evaluate.js";
import { describeDefault, loadFunctions, type LoadedFunction } from "./load-functions.js";
import { slotNames, type Slot } from "./slots.js";
import { hasVariants, isSlot, parseTemplateFileName } from "./template-file.js";
import { TemplateSet, type LoadedTemplate } from "./template-set.js";

export interface TemplateSources {
  /** The target's own templates. */
  readonly builtIn: CodeFolder;
  /** The user's, the uppermost last. */
  readonly overlays: readonly CodeFolder[];
}

export interface LoadedTemplates {
  readonly templates: TemplateSet;
  /** Every file that was read, relative imports included; what packages hold is not looked into. */
  readonly inputs: readonly CodeInput[];
}

/** Loads the templates of a target; the built-in ones come the same way as a user's. Whatever is wrong with a file is reported. */
export async function loadTemplates(
  { builtIn, overlays }: TemplateSources,
  reader: CodeReader,
  provided: ProvidedModules,
  report: Report,
): Promise<LoadedTemplates> {
  // One after the other, so that what they report has an order.
  const layers: Layer[] = [];
  for (const folder of [builtIn, ...overlays]) layers.push(await loadFolder(folder, reader, provided, report));
  return {
    templates: new TemplateSet(
      layers.map(({ templates }) => templates),
      overlays.at(-1)?.shown,
    ),
    inputs: layers.flatMap(({ inputs }) => inputs),
  };
}

interface Layer {
  readonly templates: readonly LoadedTemplate[];
  readonly inputs: readonly CodeInput[];
}

async function loadFolder(folder: CodeFolder, reader: CodeReader, provided: ProvidedModules, report: Report): Promise<Layer> {
  const all = reader.list(folder.path);
  if (all.length === 0) report.add("HD600", undefined, { folder: folder.shown });
  const names = all.filter((name) => parseTemplateFileName(name) !== undefined);
  if (names.length === 0) return { templates: [], inputs: [] };
  const { functions, others, inputs } = await loadFunctions(folder, names, { reader, provided, report });
  const templates = [...functions].flatMap(([name, loaded]) => template(name, loaded, report));
  for (const [name, found] of others) {
    const file = path.posix.join(folder.shown, name);
    const slot = slotOf(name, file, found, report);
    if (slot !== undefined) report.add("HD604", undefined, { file, found: describeDefault(found) });
  }
  return { templates, inputs };
}

function template(name: string, { file, run, trace }: LoadedFunction, report: Report): readonly LoadedTemplate[] {
  const slot = slotOf(name, file, run, report);
  const variant = parseTemplateFileName(name)?.variant;
  if (slot === undefined) return [];
  if (variant === undefined || hasVariants(slot)) return [{ slot, variant, file, run, trace }];
  report.add("HD603", undefined, { file, slot });
  return [];
}

/** The slot of a file. One that is not called after a slot is what templates share, unless it has a default export: then its name is misspelt. */
function slotOf(name: string, file: string, found: unknown, report: Report): Slot | undefined {
  const slot = parseTemplateFileName(name)?.slot ?? "";
  if (isSlot(slot)) return slot;
  if (found !== undefined) report.add("HD602", undefined, { file, slot }, { hint: suggestion(slot, slotNames) });
  return undefined;
}
