import { blocks, code, lines, type AuthScheme, type Code, type Template } from "heddle/template";
import type { Context } from "./context.js";
import { described } from "./describe.js";
import { block, fn, implementation } from "./layout/declaration.js";
import { methodCall, structLiteral } from "./layout/expression.js";
import { assigned } from "./layout/statement.js";
import { accessor } from "./resource.js";

/** The client with the resources as its namespaces, and its settings. */
const client: Template<"client", Context> = (model, cx) => {
  const name = cx.name(model.client);
  const runtime = cx.runtime("Client");
  const builder = cx.runtime("ClientBuilder");
  const namespaces = model.client.surface === "functions" ? [] : model.resources.map((resource) => accessor(resource, cx));
  return blocks([
    lines([
      cx.doc({ ...described(model.client), doc: model.client.doc ?? model.doc ?? `A client of \`${model.name}\`.` }),
      code`#[derive(Clone, Debug)]`,
      block(code`pub struct ${name}`, code`client: ${runtime},`),
    ]),
    block(
      code`impl ${name}`,
      blocks([
        constructor(cx),
        lines([
          cx.doc({ doc: "A client with settings of its own." }),
          fn(code`pub fn builder`, [], builder, [code`${builder}::new(&${cx.service("SERVICE")})`]),
        ]),
        withOptions(cx),
        request(cx),
        ...namespaces,
      ]),
    ),
    usual(cx) ? undefined : implementation(code`Default`, name, fn(code`fn default`, [], code`Self`, [code`Self::new()`])),
    block(code`impl ${builder}`, blocks([...model.client.schemes.map((scheme) => setter(scheme, true, cx)), build(cx)])),
    model.client.schemes.length > 0 &&
      block(code`impl ${cx.runtime("ClientOptions")}`, blocks(model.client.schemes.map((scheme) => setter(scheme, false, cx)))),
    model.client.surface === "client" ? undefined : init(cx),
  ]);
};

export default client;

/** The credential of the usual way to say who one is, if that is one. */
function usual(cx: Context): AuthScheme | undefined {
  const [first] = cx.model.client.auth.anyOf;
  const [name, ...others] = first?.allOf ?? [];
  return others.length === 0 ? cx.model.client.schemes.find((scheme) => scheme.name === name) : undefined;
}

function constructor(cx: Context): Code {
  const scheme = usual(cx);
  const setting = scheme && cx.name(scheme, "setting");
  const builder = setting && methodCall(code`Self::builder()`, setting, [setting], undefined, 2);
  const made = code`(client, _)`;
  const doc = scheme
    ? "A client with that credential. One that cannot be used is returned as an error by every call."
    : "A client with the environment's settings. What is wrong with them is returned by every call.";
  return lines([
    cx.doc({ doc }),
    code`#[must_use]`,
    fn(code`pub fn new`, setting ? [code`${setting}: impl Into<${cx.runtime("Credential")}>`] : [], code`Self`, [
      assigned(code`let builder`, builder ?? code`Self::builder()`, 2),
      code`let ${made} = builder.into_client();`,
      structLiteral(code`Self`, [code`client`]),
    ]),
  ]);
}

function withOptions(cx: Context): Code {
  return lines([
    cx.doc({ doc: "The same client with other settings. Connections, rate limits, the quota of repeats and tokens are shared." }),
    code`#[must_use]`,
    fn(code`pub fn with_options`, [code`&self`, code`options: ${cx.runtime("ClientOptions")}`], code`Self`, [
      code`let client = self.client.with_options(options);`,
      structLiteral(code`Self`, [code`client`]),
    ]),
  ]);
}

function request(cx: Context): Code {
  const path = [
    "A call of any path below the base URL, for what this version does not know yet, with the",
    "credentials, repeats and errors of every call. Its value is JSON; another text is given as a",
    "string, and no body as null.",
  ];
  const given = [code`&self`, code`method: impl TryInto<${cx.external("http", "Method")}>`, code`path: impl Into<String>`];
  return lines([
    cx.doc({ doc: path.join(" ") }),
    fn(code`pub fn request`, given, cx.runtime("UntypedCall"), [code`self.client.request(method, path)`]),
  ]);
}

/** The setter of a credential: clients read one that is not given from the environment, their clones have their client's. */
function setter(scheme: AuthScheme, isOfClient: boolean, cx: Context): Code {
  const { env } = cx.model.client;
  const name = cx.name(scheme, "setting");
  const variable = env === undefined ? "" : ` Else the environment variable \`${env}_${scheme.credential.toUpperCase()}\`.`;
  const words = scheme.doc ?? `The credential \`${scheme.credential}\``;
  return lines([
    cx.doc({ ...described(scheme), doc: `${words}.${isOfClient ? variable : ""}` }),
    fn(code`pub fn ${name}`, [code`self`, code`${name}: impl Into<${cx.runtime("Credential")}>`], code`Self`, [
      methodCall(code`self`, code`credential`, [cx.literal(scheme.credential), name]),
    ]),
  ]);
}

function build(cx: Context): Code {
  const name = cx.name(cx.model.client);
  return lines([
    cx.doc({ doc: "The client.", throws: [{ type: code`Error::Config`, doc: "a setting cannot be used, or is missing" }] }),
    fn(code`pub fn build`, [code`self`], cx.generic(cx.runtime("Result"), [name]), [
      block(
        code`match self.into_client()`,
        lines([
          code`(client, None) => Ok(${name} { client }),`,
          code`(_, Some(problem)) => Err(${cx.runtime("Error")}::Config(Box::new(problem))),`,
        ]),
      ),
    ]),
  ]);
}

function init(cx: Context): Code {
  const name = cx.name(cx.model.client);
  return lines([
    cx.doc({
      doc: "Sets the client of the free functions, before the first of them is called.",
      throws: [{ type: code`Error::Config`, doc: "there is one already" }],
    }),
    fn(code`pub fn init`, [code`client: ${name}`], cx.generic(cx.runtime("Result"), [code`()`]), [
      code`${cx.external("crate", "runtime")}::init(client.client)`,
    ]),
  ]);
}
