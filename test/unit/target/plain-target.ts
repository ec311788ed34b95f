import { code, lines, printCode, references, text, type IdentifierRules } from "../../../generator/code/index.js";
import { allOperations } from "../../../generator/model/index.js";
import { UnknownRuntimeName, type Target, type TargetOptions, type TemplateContext } from "../../../generator/target/index.js";

const rules: IdentifierRules = { reserved: new Set(["end"]), isIdentifier: (name) => name !== "", escape: (name) => `${name}_` };

/** A language with as little in it as a language can have: one file of operations, one of types. */
export const plain: Target = {
  id: "plain",
  options: { safeParse: (value) => ({ success: true, data: value as TargetOptions }) },
  scopes: ({ types, resources }) => [
    { title: "the types", rules, claims: types.map((node) => ({ node, name: node.name, casing: "pascal", module: "types" })) },
    {
      title: "the operations",
      rules,
      claims: allOperations(resources).map((node) => ({ node, name: node.name, casing: "snake" })),
    },
  ],
  context: ({ base }): TemplateContext => ({
    ...base,
    type: (ref) => text(ref.kind),
    runtime: (name) => {
      if (name !== "send") throw new UnknownRuntimeName(name, ["send"]);
      return text(name);
    },
    literal: (value) => text(JSON.stringify(value)),
    key: (wire) => text(JSON.stringify(wire)),
    doc: ({ doc }) => (typeof doc === "string" ? code`# ${text(doc)}` : code``),
  }),
  plan: ({ types, resources }, cx) => [
    { path: "operations.txt", content: lines(allOperations(resources).map((operation) => cx.slot("operation", operation))) },
    { path: "types.txt", content: lines(types.map((type) => cx.slot("model", type))) },
  ],
  print: (path, content) => {
    const others = references(content).filter(({ module }) => `${module}.txt` !== path);
    const uses = others.map(({ name, module }) => text(`use ${module}.${name}`));
    return printCode(lines([uses, content]), { width: 80, local: ({ name }) => name });
  },
  runtime: (path, content) => (path.endsWith(".test.txt") ? undefined : { path: `runtime/${path}`, content }),
  finish: (files) => Promise.resolve(files),
};
