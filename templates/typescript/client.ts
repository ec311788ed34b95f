import { blocks, code, lines, type Template } from "heddle/template";
import type { Context } from "./context.js";
import { accessor } from "./resource.js";
import { callArguments, inlineObject, name } from "./layout/expression.js";
import { constructorDoc, optionsParameter, settingsOf } from "./service/options.js";

/** The client class with the resources as its namespaces. */
const client: Template<"client", Context> = (model, cx) => {
  return lines([
    cx.doc({ doc: model.doc ?? model.client.doc }),
    code`
      export class ${cx.name(model.client)} extends ${cx.runtime("Client")} {
        ${constructorDoc(cx)}
        constructor(${optionsParameter(cx)}) {
          super${callArguments([name(cx.name(model, "service")), inlineObject([code`hooks: ${cx.runtime("hooks")}()`, code`...${settingsOf(cx)}`])])};
        }

        ${blocks(model.resources.map((resource) => accessor(resource, cx, code`this`)))}
      }
    `,
  ]);
};

export default client;
