import { blocks, code, lines, type Code, type Operation, type ResponseHeader, type TypeRef } from "heddle/template";
import type { Context } from "../context.js";
import { described } from "../describe.js";
import { fieldList, fn, implementation } from "../layout/declaration.js";
import { call, structLiteral } from "../layout/expression.js";

/** A declared header over all statuses of success: required if each of them has it. */
interface TypedHeader {
  readonly header: ResponseHeader;
  readonly type: TypeRef;
  readonly required: boolean;
}

/** The response headers that an operation declares, of whatever status of success. */
export function typedHeaders({ success }: Operation): readonly TypedHeader[] {
  const live = success.map(({ headers }) => headers.filter(({ removed }) => removed === undefined));
  const names = new Set(live.flat().map(({ name }) => name));
  return [...names].flatMap((name) => {
    const all = live.flat().filter((header) => header.name === name);
    const [header] = all;
    return header ? [{ header, type: anyOf(all), required: all.length === success.length && all.every((each) => each.required) }] : [];
  });
}

function anyOf(headers: readonly ResponseHeader[]): TypeRef {
  const types = [...new Map(headers.map(({ type }) => [JSON.stringify(type), type])).values()];
  const [only] = types;
  return only && types.length === 1 ? only : { kind: "choice", of: types };
}

/** The declared response headers of an operation as one struct, which the answer reads when it is asked for them. */
export function headersStruct(operation: Operation, door: Code, cx: Context): Code | undefined {
  const headers = typedHeaders(operation);
  if (headers.length === 0) return undefined;
  const name = cx.name(operation, "headers");
  const fields = headers.map(({ header, type, required }) => {
    const doc = cx.doc({ ...described(header), doc: header.doc ?? `The header \`${header.wire}\`.` });
    const own = cx.type(type);
    return lines([doc, code`pub ${cx.name(header, "field")}: ${required ? own : cx.generic(code`Option`, [own])},`]);
  });
  const reads = headers.map(({ header, required }) => {
    const read = call(code`headers.${required ? code`required` : code`optional`}`, [cx.key(header.wire)]);
    return code`${cx.name(header, "field")}: ${read}?`;
  });
  return blocks([
    lines([
      cx.doc({ doc: [code`Response headers of ${door}`, "as `RawResponse::typed_headers` gives them."] }),
      code`#[derive(Clone, Debug, PartialEq)]`,
      code`#[non_exhaustive]`,
      fieldList(code`pub struct ${name}`, fields),
    ]),
    implementation(
      cx.runtime("ResponseHeaders"),
      name,
      fn(code`fn read`, [code`headers: &${cx.runtime("HeaderReader")}<'_>`], code`Result<Self, ${cx.runtime("Mismatch")}>`, [
        code`Ok(${structLiteral(code`Self`, reads)})`,
      ]),
    ),
  ]);
}
