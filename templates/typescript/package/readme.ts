import { allResources, blocks, code, type Code, group, hanging, lines, type Model } from "heddle/template";
import { exampleStatement } from "../calls/example.js";
import type { Context } from "../context.js";
import { call, literal } from "../layout/expression.js";
import { usesText, variable } from "../service/options.js";
import { operationsOf } from "../service/resources.js";
import type { PackageOptions } from "./manifest.js";

/** How to install the package and make a first call: an example of the schema's own. */
export function readme(model: Model, options: PackageOptions, cx: Context): Code {
  const example = firstExample(model, cx);
  const about = options.description ?? model.doc ?? model.client.doc;
  return blocks([
    cx.markdown(`# ${options.name}`),
    about !== undefined && cx.prose(about),
    fence(cx.markdown("sh"), cx.markdown(`npm install ${options.name}`)),
    example && fence(cx.markdown("ts"), example),
    cx.markdown(
      "A call throws the errors that its operation lists. `result()` gives them as values instead, in a union that a `switch` over `error.kind` can exhaust.",
    ),
  ]);
}

function fence(language: Code, content: Code): Code {
  return lines([code`${fenceMark}${language}`, content, fenceMark]);
}

const fenceMark = code`\`\`\``;

function firstExample(model: Model, cx: Context): Code | undefined {
  for (const operation of allResources(model.resources).flatMap((resource) => operationsOf(resource, cx))) {
    const [example] = operation.examples;
    const style = operation.calls.find((each) => each.removed === undefined);
    const isFree = model.client.surface === "functions";
    const door = isFree ? "free function" : "member";
    const statement = example && style && !operation.deprecated ? exampleStatement(operation, style, door, example, cx) : undefined;
    if (!statement || !style) continue;
    const imported = isFree ? cx.localName(style, "free function") : cx.localName(model.client);
    const from = cx.literal((cx.options["package"] as PackageOptions).name);
    return blocks([code`import { ${imported} } from ${from};`, isFree ? undefined : construction(model, cx), statement]);
  }
  return undefined;
}

/** The credential comes from the environment where the schema has a prefix for it. */
function construction(model: Model, cx: Context): Code {
  const { client } = model;
  const [only] = client.schemes;
  const args = only && usesText(model) && client.env === undefined ? [literal(cx.literal(`your ${only.credential}`))] : [];
  const made = call(code`new ${cx.localName(client)}`, args);
  const hint = only && client.env !== undefined ? cx.markdown(` // ${client.env}_${variable(only)}`) : undefined;
  return code`${group([code`const client =`, hanging(made.code)])};${hint}`;
}
