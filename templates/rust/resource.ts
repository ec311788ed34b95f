import { blocks, code, lines, type Code, type Operation, type Resource, type Template } from "heddle/template";
import { liveCalls } from "./calls/arguments.js";
import type { Context } from "./context.js";
import { described } from "./describe.js";
import { block, fn } from "./layout/declaration.js";
import { structLiteral } from "./layout/expression.js";
import { useTree } from "./layout/use-tree.js";
import { callFunction } from "./operation.js";

/** A module of operations: the namespace with its methods, or functions over the default client. */
const resource: Template<"resource", Context> = (node, cx) => {
  const operations = operationsOf(node);
  const isFunctions = cx.model.client.surface === "functions";
  return blocks([
    isFunctions ? freeFunctions(node, cx) : namespace(node, cx),
    ...operations.map((operation) => cx.slot("operation", operation)),
  ]);
};

export default resource;

export function operationsOf(resource: Resource): readonly Operation[] {
  return resource.operations.filter(({ removed }) => removed === undefined);
}

function namespace(node: Resource, cx: Context): Code {
  const name = cx.name(node);
  const client = cx.runtime("Client");
  const make = fn(code`pub(crate) fn new`, [code`client: &${client}`], code`Self`, [
    structLiteral(code`Self`, [code`client: client.clone()`]),
  ]);
  const methods = operationsOf(node).flatMap((operation) =>
    liveCalls(operation).map((call) => callFunction(operation, call, [code`&self`], code`&self.client`, cx)),
  );
  return blocks([
    lines([
      cx.doc({ ...described(node), doc: node.doc ?? `The operations of \`${node.name}\`.` }),
      code`#[derive(Clone, Debug)]`,
      block(code`pub struct ${name}`, code`client: ${client},`),
    ]),
    block(code`impl ${name}`, blocks([make, ...methods, ...node.resources.map((each) => accessor(each, cx))])),
  ]);
}

/** The resource inside another one, or inside the client. */
export function accessor(node: Resource, cx: Context): Code {
  return lines([
    cx.doc({ ...described(node), doc: node.doc ?? `The operations of \`${node.name}\`.` }),
    code`#[must_use]`,
    fn(code`pub fn ${cx.name(node, "member")}`, [code`&self`], cx.name(node), [code`${cx.name(node)}::new(&self.client)`]),
  ]);
}

function freeFunctions(node: Resource, cx: Context): Code {
  const client = code`&${cx.runtime("default_client")}(&${cx.service("SERVICE")})`;
  const functions = operationsOf(node).flatMap((operation) =>
    liveCalls(operation).map((call) => callFunction(operation, call, [], client, cx)),
  );
  return blocks([exports(node, cx), ...functions]);
}

/** What the functions give, so that one glob import of the module is enough to use them. */
function exports(node: Resource, cx: Context): Code {
  const answers = operationsOf(node).flatMap(({ success }) =>
    success.flatMap(({ content }) => (content?.type.kind === "named" ? [content.type.name] : [])),
  );
  const types = [...new Set(answers)].map((name) => cx.named(name)).sort((a, b) => (cx.text(a) < cx.text(b) ? -1 : 1));
  const runtime = ["Error", "Result"].map((name) => cx.exported("crate::runtime", name));
  return lines([
    types.length > 0 && code`pub use ${useTree(code`crate::models`, types.map(cx.exportedType))};`,
    code`pub use ${useTree(code`crate`, runtime)};`,
  ]);
}
