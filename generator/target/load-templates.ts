import path from "node:path";
import type { Report } from "../source/report.js";
import { suggestion } from "../source/nearest.js";
import type { CodeFolder, CodeInput, CodeReader } from "./code-folder.js";
import type { ProvidedModules } from "./evaluate.js";
import { loadFunctions } from "./load-functions.js";
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
  const layers = await Promise.all([builtIn, ...overlays].map((folder) => loadFolder(folder, reader, provided, report)));
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
  const names = reader.list(folder.path);
  if (names.length === 0) report.add("HD600", undefined, { folder: folder.shown });
  const files = names.flatMap((name) => templateFile(name, folder, report));
  if (files.length === 0) return { templates: [], inputs: [] };
  const { functions, inputs } = await loadFunctions(
    folder,
    files.map(({ name }) => name),
    { reader, provided, report },
  );
  const templates = files.flatMap(({ name, slot, variant }): readonly LoadedTemplate[] => {
    const loaded = functions.get(name);
    return loaded ? [{ slot, variant, file: loaded.file, run: loaded.run, trace: loaded.trace }] : [];
  });
  return { templates, inputs };
}

interface TemplateFile {
  readonly name: string;
  readonly slot: Slot;
  readonly variant: string | undefined;
}

function templateFile(name: string, folder: CodeFolder, report: Report): readonly TemplateFile[] {
  const parsed = parseTemplateFileName(name);
  if (parsed === undefined) return [];
  const { slot, variant } = parsed;
  const file = path.posix.join(folder.shown, name);
  if (!isSlot(slot)) {
    const near = suggestion(slot, slotNames);
    report.add("HD602", undefined, { file, slot }, near === undefined ? {} : { hint: near });
    return [];
  }
  if (variant !== undefined && !hasVariants(slot)) {
    report.add("HD603", undefined, { file, slot });
    return [];
  }
  return [{ name, slot, variant }];
}
