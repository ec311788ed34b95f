import { blocks, code, type Template } from "heddle/template";

/** Each type, and behind it one for values that nobody changes. */
const model: Template<"model"> = (node, cx, inherited) =>
  blocks([
    inherited(),
    code`
      /** The same, for values that nobody changes. */
      export type Frozen${cx.name(node)} = Readonly<${cx.name(node)}>;
    `,
  ]);

export default model;
