import { blocks, code, lines, type Code, type Model, type PlannedFile, type TypeDef } from "heddle/template";
import type { Context } from "../context.js";
import { exportList } from "../layout/declaration.js";
import { validatorDeclaration } from "./declaration.js";

/** For each module of types one with their zod schemas, and an index of all. */
export function validatorModules(model: Model, cx: Context): readonly PlannedFile[] {
  if (cx.options["validators"] === undefined) return [];
  const modules = new Map<string, TypeDef[]>();
  for (const type of model.types.filter((each) => each.removed === undefined)) {
    const module = cx.moduleOf(type, "validator");
    modules.set(module, [...(modules.get(module) ?? []), type]);
  }
  const files = [...modules].map(([module, types]) => ({
    path: `${module}.ts`,
    content: cx.module(blocks(types.map((type) => validatorDeclaration(type, cx))), types[0]),
  }));
  return [...files, { path: `${index}.ts`, content: cx.module(indexOf(modules, cx)) }];
}

const index = "validators/index";

function indexOf(modules: ReadonlyMap<string, readonly TypeDef[]>, cx: Context): Code {
  return lines(
    [...modules].map(([module, types]) => {
      const sorted = types.toSorted((a, b) => (cx.text(a, "validator") < cx.text(b, "validator") ? -1 : 1));
      const names = exportList(sorted.map((type) => cx.localName(type, "validator")));
      return code`export ${names} from ${cx.from(module, index)};`;
    }),
  );
}
