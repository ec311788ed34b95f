import { blocks, code, lines, type Code, type Field, type Record } from "heddle/template";
import type { Context } from "../context.js";
import { fn, implementation } from "../layout/declaration.js";
import { call } from "../layout/expression.js";
import { absence, isRequired, stored } from "./fields.js";

/** What makes an object of a file (`$file`), and of the object the file that it is in a body of parts (FILE-2). */
export function fileRecord(type: Record, cx: Context): Code {
  return blocks([fromFile(type, cx), codec(type, cx)]);
}

/** The members that hold the file's bytes, its name and its media type. */
function places({ members, file }: Record): { readonly [place in "data" | "name" | "media"]: Field | undefined } {
  const field = (wire: string | undefined): Field | undefined =>
    members.filter((member) => member.kind === "field").find((member) => member.wire === wire);
  return { data: field(file?.data), name: field(file?.name), media: field(file?.type) };
}

function fromFile(type: Record, cx: Context): Code {
  const { data, name, media } = places(type);
  const values = new Map([
    [name, code`name`],
    [media, code`media_type`],
    [data, code`file`],
  ]);
  const given = stored(type.members).flatMap((member) => {
    const value = member.kind === "field" ? values.get(member) : undefined;
    return value ? [{ member, value }] : [];
  });
  const made = call(
    code`Self::new`,
    given.filter(({ member }) => isRequired(member)).map(({ member, value }) => wrapped(member, value)),
  );
  const others = given.filter(({ member }) => !isRequired(member));
  const sets = others.map(({ member, value }) => {
    const held = absence(member, type, cx) === "Option" ? code`Some` : code`${cx.runtime("Nullable")}::Value`;
    return code`made.${cx.name(member)} = ${held}(${value});`;
  });
  const file = cx.runtime("FileInput");
  return implementation(
    code`From<${file}>`,
    cx.name(type),
    fn(code`fn from`, [code`file: ${file}`], code`Self`, [
      name && code`let name = file.file_name().unwrap_or("file").to_owned();`,
      media && code`let media_type = file.media_type().to_owned();`,
      ...(sets.length === 0 ? [made] : [code`let mut made = ${made};`, ...sets, code`made`]),
    ]),
  );
}

/** A value of a member that must be there, and may be null. */
function wrapped({ type }: Pick<Field, "type">, value: Code): Code {
  return type.kind === "nullable" ? code`Some(${value})` : value;
}

function codec(type: Record, cx: Context): Code {
  const { data, name, media } = places(type);
  const member = (role: string, field: Field | undefined): readonly Code[] =>
    field ? [code`${cx.identifier(role)}: ${cx.name(field)},`] : [];
  return code`
    crate::file_codec! {
        ${cx.name(type)} {
            ${lines([...member("content", data), ...member("name", name), ...member("media_type", media)])}
        }
    }
  `;
}
