import { code, type Code } from "heddle/template";
import type { Context } from "../context.js";
import { fn, implementation } from "../layout/declaration.js";
import { callArguments } from "../layout/expression.js";

/** A field as it is printed. */
export interface PrintedField {
  readonly name: Code;
  readonly text: string;
  readonly secret: boolean;
}

/** `Debug` of a struct with fields that are not printed (SEC-1). */
export function structDebug(type: Code, title: string, fields: readonly PrintedField[], cx: Context): Code {
  const printed = fields.map(({ name, text, secret }) => {
    const shown = secret ? code`&format_args!("***")` : code`&self.${name}`;
    return code`.field${callArguments([cx.literal(text), shown])}`;
  });
  const fmt = cx.external("std", "fmt");
  const body = code`
    f.debug_struct(${cx.literal(title)})
        ${printed}
        .finish_non_exhaustive()
  `;
  return implementation(
    code`${fmt}::Debug`,
    type,
    fn(code`fn fmt`, [code`&self`, code`f: &mut ${fmt}::Formatter<'_>`], code`${fmt}::Result`, [body]),
  );
}
