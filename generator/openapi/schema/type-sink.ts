import type { Json } from "../../model/described.js";
import type { TypeDeclaration } from "../../syntax/document.js";
import type { TypeExpression } from "../../syntax/type-expression.js";
import { Names } from "../names/words.js";
import type { Cursor } from "../source/cursor.js";
import { named } from "./build.js";

/** Names that the language has itself. */
const builtIn = ["Partial", "Pick", "Omit"];

type Body = Omit<TypeDeclaration, "name" | "parameters">;

/** The types of the schema that comes out, each declared once: a schema that was given a name keeps it wherever it is met again. */
export class TypeSink {
  readonly names = new Names(builtIn);
  readonly #nameOf = new Map<Json, string>();
  readonly #declared = new Map<string, TypeDeclaration | undefined>();

  /** Gives a schema its name before anything is read. */
  reserve(schema: Cursor, ...wanted: readonly [string, ...string[]]): string {
    const name = this.names.take(...wanted);
    this.#nameOf.set(schema.value, name);
    return name;
  }

  nameOf(schema: Cursor): string | undefined {
    return this.#nameOf.get(schema.value);
  }

  /** The type of a schema that needs a name; what it consists of is read once, and may lead back to it. */
  declare(schema: Cursor, wanted: readonly [string, ...string[]], read: (name: string) => Body): TypeExpression {
    const name = this.nameOf(schema) ?? this.reserve(schema, ...wanted);
    if (!this.#declared.has(name)) {
      this.#declared.set(name, undefined);
      this.#declared.set(name, { name: schema.as(name), parameters: [], ...read(name) });
    }
    return named(schema, name);
  }

  /** Declares a type that no schema stands for. */
  add(declaration: TypeDeclaration): void {
    this.#declared.set(declaration.name.value, declaration);
  }

  /** In the order in which they were met, what lies inside a type behind it. */
  get all(): readonly TypeDeclaration[] {
    return [...this.#declared.values()].filter((declaration) => declaration !== undefined);
  }
}
