import type { Code } from "../code/index.js";
import type { Model } from "../model/index.js";
import type { Report } from "../source/report.js";
import type { Names, Scope } from "./names.js";
import type { ProvidedModules } from "./evaluate.js";
import type { Transform } from "./load-transforms.js";
import type { OutputFile } from "./output-file.js";
import type { ContextBase, PlannedFile, TemplateContext } from "./template.js";

/** A language: the facts about it that templates build on. How an SDK in it reads is the templates' business. */
export interface Target<Options extends TargetOptions = TargetOptions, Context extends TemplateContext = TemplateContext> {
  /** Names the folder of its templates and the entry in the configuration. */
  readonly id: string;
  readonly options: OptionsSchema<Options>;
  /** Every name that will be needed, by the scope it must be unique in. */
  scopes(model: Model, options: Options): readonly Scope[];
  /** Reports what the schema says and this language cannot do. */
  check?(model: Model, report: Report): void;
  context(input: ContextInput<Options>): Context;
  /** The modules of the SDK; their code comes from `cx.slot`. What the `files` slot gives is added to it. */
  plan(model: Model, cx: Context): readonly PlannedFile[];
  /** The text of a planned file, imports included. */
  print(path: string, content: Code, options: Options): string;
  /** A file of the runtime folder as it goes into the output; undefined for one that stays behind. `path` is relative to that folder. */
  runtime(path: string, text: string, options: Options): OutputFile | undefined;
  /** Packages that transforms get from Heddle, so that both mean the same classes, whatever is installed beside them. */
  readonly packages?: ProvidedModules;
  /** Loads what `finish` will need; called where it certainly will, while another process compiles the templates. */
  prepare?(): Promise<unknown>;
  /**
   * Checks files whose text is new and applies the user's transforms to them. Apart from `print` because it is expensive: the pipeline
   * leaves out what the last run has seen already.
   */
  finish(files: readonly OutputFile[], input: FinishInput<Options>): Promise<readonly OutputFile[]>;
}

export interface TargetOptions {
  readonly [key: string]: unknown;
}

/** What Heddle needs of a zod schema. */
export interface OptionsSchema<Options> {
  safeParse(value: unknown): { readonly success: true; readonly data: Options } | { readonly success: false; readonly error: OptionsError };
}

export interface OptionsError {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

export interface ContextInput<Options> {
  readonly base: ContextBase;
  readonly model: Model;
  readonly options: Options;
  readonly names: Names;
}

export interface FinishInput<Options> {
  readonly options: Options;
  readonly transforms: readonly Transform[];
  readonly report: Report;
}
