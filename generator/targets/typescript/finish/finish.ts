import type { SourceFile } from "ts-morph";
import { runTransform, type FinishInput, type OutputFile } from "../../../target/index.js";
import type { Options } from "../options.js";

/** What a transform is called with, beside the module as a source file of ts-morph. */
export interface TransformContext {
  /** From the output folder. */
  readonly path: string;
  readonly options: Options;
}

/**
 * Checks new modules and applies the user's transforms to them; a module that a transform changed is formatted by Prettier. The libraries
 * are loaded here and not before: most runs have nothing new.
 */
export async function finish(files: readonly OutputFile[], input: FinishInput<Options>): Promise<readonly OutputFile[]> {
  const modules = files.filter(({ path }) => path.endsWith(".ts") && !path.startsWith("runtime/"));
  const texts = await Promise.all(
    files.map(async (file) => (file.path.endsWith(".md") ? { ...file, content: await format(file.content, "markdown") } : file)),
  );
  if (modules.length === 0) return texts;
  const [{ Project }, { checkModule }] = await Promise.all([import("./ts-morph.js"), import("./module-check.js")]);
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const finished = new Map<string, OutputFile>();
  for (const { path, content } of modules) {
    const module = project.createSourceFile(path, content);
    checkModule(module, path, input.report);
    const transformed = await transform(module, path, input);
    if (transformed === content) continue;
    checkModule(module, path, input.report);
    finished.set(path, { path, content: input.report.failed ? transformed : await format(transformed, "typescript") });
  }
  return texts.map((file) => finished.get(file.path) ?? file);
}

async function transform(module: SourceFile, path: string, { transforms, options, report }: FinishInput<Options>): Promise<string> {
  const cx: TransformContext = { path, options };
  for (const each of transforms) if (!(await runTransform(each, path, [module, cx], report))) break;
  return module.getFullText();
}

async function format(text: string, parser: "typescript" | "markdown"): Promise<string> {
  const prettier = await import("prettier");
  return prettier.format(text, { parser });
}
