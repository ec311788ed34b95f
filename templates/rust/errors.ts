import { allOperations, blocks, code, lines, type Code, type ErrorCase, type ErrorDef, type Template } from "heddle/template";
import type { Context } from "./context.js";
import { block, fn } from "./layout/declaration.js";
import { arm } from "./layout/statement.js";

/** The kinds of errors: the schema's names, and the runtime's own. */
const errors: Template<"errors", Context> = (table, cx) => {
  const own = allOperations(cx.model.resources).flatMap(({ errors: { cases } }) => cases.filter((each) => each.own));
  const byName = new Map<string, ErrorCase | ErrorDef>([...own, ...table.errors].map((error) => [error.name, error]));
  const kinds = [...byName.values()];
  const known = kinds.map((error) =>
    lines([cx.doc({ doc: error.doc ?? `The error \`${error.name}\`.` }), code`${cx.name(error, "kind")},`]),
  );
  const runtime = runtimeKinds.map(([name, doc]) => lines([cx.doc({ doc }), code`${cx.identifier(name)},`]));
  const arms = [
    ...kinds.map((error) => arm(cx.literal(error.name), code`ErrorKind::${cx.name(error, "kind")}`)),
    ...runtimeKinds.slice(1).map(([name]) => code`${cx.literal(name)} => ErrorKind::${cx.identifier(name)},`),
    code`_ => ErrorKind::UnexpectedStatus,`,
  ];
  return blocks([
    lines([
      cx.doc({ doc: "What kind of error it is: one that the service declares, or one of the client's own." }),
      code`#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]`,
      code`#[non_exhaustive]`,
      block(code`pub enum ErrorKind`, lines([...known, ...runtime])),
    ]),
    block(
      code`impl ${cx.runtime("Error")}`,
      blocks([
        lines([
          cx.doc({ doc: "Its kind." }),
          code`#[must_use]`,
          fn(code`pub fn kind`, [code`&self`], code`ErrorKind`, [block(code`match self.name()`, lines(arms))]),
        ]),
        ...kinds.map((error) => test(error, cx)),
      ]),
    ),
  ]);
};

export default errors;

/** `is_not_found()` (ERR-6). */
function test(error: ErrorCase | ErrorDef, cx: Context): Code {
  const kind = cx.text(error, "kind");
  const snake = kind.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, "_").toLowerCase();
  return lines([
    cx.doc({ doc: `Whether it is \`${kind}\`.` }),
    code`#[must_use]`,
    fn(code`pub fn ${cx.identifier(`is_${snake}`)}`, [code`&self`], code`bool`, [
      code`self.kind() == ErrorKind::${cx.name(error, "kind")}`,
    ]),
  ]);
}

const runtimeKinds = [
  ["UnexpectedStatus", "A status that the operation does not declare."],
  ["Config", "The client has no usable configuration."],
  ["InvalidArgument", "The arguments break rules of the schema; nothing was sent."],
  ["LocalRateLimit", "The call would break a rate limit; nothing was sent."],
  ["Transport", "The connection failed."],
  ["Timeout", "Time ran out."],
  ["Decode", "An answer of success is not what the schema says."],
  ["Auth", "There are no credentials."],
  ["Middleware", "A middleware of the program's own failed."],
] as const;
