import { blocks, code, lines, type Code, type Operation, type Resource, type Template } from "heddle/template";
import { liveCalls } from "./calls/arguments.js";
import type { Context } from "./context.js";
import { described } from "./describe.js";
import { block, fn } from "./layout/declaration.js";
import { structLiteral } from "./layout/expression.js";
import { useTree } from "./layout/use-tree.js";
import { callFunction, defaultFunction } from "./operation.js";

/** A module of operations: the namespace with its methods, functions over the default client, or both. */
const resource: Template<"resource", Context> = (node, cx) => {
  const operations = operationsOf(node, cx);
  const isFunctions = cx.model.client.surface === "functions";
  return blocks([
    cx.model.client.surface === "client" ? undefined : exports(node, cx),
    isFunctions ? undefined : namespace(node, cx),
    ...freeFunctions(node, cx),
    ...operations.map((operation) => cx.slot("operation", operation)),
  ]);
};

export default resource;

export function operationsOf(resource: Resource, cx: Context): readonly Operation[] {
  return resource.operations.filter((operation) => operation.removed === undefined && cx.isOffered(operation));
}

function namespace(node: Resource, cx: Context): Code {
  const name = cx.name(node);
  const client = cx.runtime("Client");
  const make = fn(code`pub(crate) fn new`, [code`client: &${client}`], code`Self`, [
    structLiteral(code`Self`, [code`client: client.clone()`]),
  ]);
  const methods = operationsOf(node, cx).flatMap((operation) =>
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

function freeFunctions(node: Resource, cx: Context): readonly Code[] {
  const { surface } = cx.model.client;
  if (surface === "client") return [];
  const client = code`&${cx.runtime("default_client")}(&${cx.service("SERVICE")})`;
  return operationsOf(node, cx).flatMap((operation) =>
    liveCalls(operation).map((call) =>
      surface === "both" ? defaultFunction(operation, call, cx.name(node), cx) : callFunction(operation, call, [], client, cx),
    ),
  );
}

/** What the functions give, so that one glob import of the module is enough to use them, unless something of the module has its name. */
function exports(node: Resource, cx: Context): Code {
  const roles = ["options", "error", "response", "headers", "body"];
  const declared = operationsOf(node, cx).flatMap((operation) => [
    ...roles.map((role) => cx.text(operation, role)),
    ...liveCalls(operation).map((call) => cx.text(call, "builder")),
  ]);
  const own = new Set([cx.text(node), ...declared]);
  const answers = operationsOf(node, cx).flatMap(({ success }) =>
    success.flatMap(({ content }) => (content?.type.kind === "named" ? [content.type.name] : [])),
  );
  const named = [...new Set(answers)].map((name) => cx.named(name)).filter((type) => !own.has(cx.text(type)));
  const types = named.sort((a, b) => (cx.text(a) < cx.text(b) ? -1 : 1));
  const taken = new Set([...own, ...cx.model.types.map((type) => cx.text(type))]);
  const runtime = ["Error", "Result"].filter((name) => !taken.has(name)).map((name) => cx.exported("crate::runtime", name));
  const ofModels = types.length > 0 && code`pub use ${useTree(code`crate::models`, types.map(cx.exportedType))};`;
  const ofRoot = runtime.length > 0 && code`pub use ${useTree(code`crate`, runtime)};`;
  // A single name is sorted by itself, and capitals come first.
  return lines(runtime.length === 1 ? [ofRoot, ofModels] : [ofModels, ofRoot]);
}
