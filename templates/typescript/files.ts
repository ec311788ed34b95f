import type { Template } from "heddle/template";
import type { Context } from "./context.js";
import { optionsModule } from "./service/options.js";
import { serviceModule } from "./service/constants.js";
import { defaultClientModule, functionModules } from "./service/functions.js";
import { indexModule } from "./service/index-module.js";

/** The modules that every package has beside types, errors, resources and the client, and what makes a package of them. */
const files: Template<"files", Context> = (model, cx) => [
  { path: "index.ts", content: cx.module(indexModule(model, cx)) },
  { path: "core.ts", content: cx.module(optionsModule(cx)) },
  { path: "service.ts", content: cx.module(serviceModule(cx)) },
  ...(model.client.surface === "client"
    ? []
    : [{ path: "default-client.ts", content: cx.module(defaultClientModule(cx)) }, ...functionModules(model, cx)]),
];

export default files;
