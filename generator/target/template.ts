import type { Code } from "../code/index.js";
import type { Json, Model, TypeRef } from "../model/index.js";
import type { Slot, Slots } from "./slots.js";

/**
 * How one thing of an API is written: the default export of a template file.
 *
 * `inherited` renders what this template replaces: the same slot in the folder below, or for a variant the ordinary template.
 */
export type Template<S extends Slot, Context extends TemplateContext = TemplateContext> = (
  node: Slots[S],
  cx: Context,
  inherited: () => Rendered<S>,
) => Rendered<S>;

/** What a template of a slot gives back. */
export type Rendered<S extends Slot> = S extends "files" ? readonly PlannedFile[] : Code;

/** A file on its way: code that is still to be laid out, or text that is ready. */
export interface PlannedFile {
  /** From the output folder, with forward slashes. */
  readonly path: string;
  readonly content: Code | { readonly text: string };
}

/** What templates of every language can ask for. A language may offer more. */
export interface TemplateContext extends ContextBase {
  type(ref: TypeRef, direction?: "request" | "response"): Code;
  /** An export of the language's runtime, imported. */
  runtime(name: string): Code;
  /** A JSON value as an expression. */
  literal(value: Json): Code;
  /** A name on the wire as a property's name. */
  key(wire: string): Code;
  /** A doc comment; empty if there is nothing to say. */
  doc(parts: DocParts): Code;
}

/** The part of it that is the same for every language. */
export interface ContextBase {
  readonly model: Model;
  /** The target's options, checked. */
  readonly options: { readonly [key: string]: unknown };
  /**
   * The identifier of a node of the model, settled before rendering; from another module it carries its import. A node can have several:
   * `role` says which (`builder`, `params`), the languages' READMEs list them.
   */
  name(node: object, role?: string): Code;
  /** Another slot, with its overlays and variants. */
  slot<S extends Slot>(slot: S, node: Slots[S]): Rendered<S>;
}

/** What a doc comment says. Everything is Markdown as somebody wrote it, unless it is code. */
export interface DocParts {
  readonly doc?: Prose | undefined;
  /** Notes after the text, each a paragraph. */
  readonly notes?: readonly string[];
  readonly params?: readonly { readonly name: Code; readonly doc: string }[];
  readonly returns?: string | undefined;
  readonly throws?: readonly { readonly type: Code; readonly doc?: string | undefined }[];
  readonly examples?: readonly Code[];
  readonly deprecated?: Prose | true | undefined;
  readonly since?: string | undefined;
}

/** A text, or texts with code between them (`{@link listParcels}`), which spaces join. */
export type Prose = string | readonly (string | Code)[];
