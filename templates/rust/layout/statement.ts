import { code, firstFit, hardline, indent, softline, widthOf, type Code } from "heddle/template";

/** Columns of a line, and of an indentation. */
const width = 100;
const tabWidth = 4;
const placeWidth = 60;

/**
 * `head = value;`, the value on the next line where that keeps it on one, or where not even its `opening` fits behind the head; `level`
 * is how deep the statement stands.
 */
export function assigned(head: Code, value: Code, level: number, opening?: Code): Code {
  const column = level * tabWidth;
  const fits = column + widthOf(code`${head} = ${value};`) <= width;
  const opens = opening === undefined || column + widthOf(code`${head} = ${opening}`) <= width;
  const fitsBelow = column + tabWidth + widthOf(code`${value};`) <= width;
  return !fits && (fitsBelow || !opens) ? code`${head} =${indent([hardline, code`${value};`])}` : code`${head} = ${value};`;
}

/** `head = value;`, of a value that has no place to break. */
export function given(head: Code, value: Code): Code {
  return firstFit([code`${head} = ${value};`, code`${head} =${indent([softline, code`${value};`])}`]);
}

/** `self.part.field = value;`, where rustfmt breaks the place itself from 60 columns on. */
export function assignedPart(part: Code, field: Code, value: Code, level: number): Code {
  const place = code`${part}.${field}`;
  if (widthOf(place) <= placeWidth) return assigned(place, value, level);
  const chain = [part, indent([hardline, code`.${field}`])];
  const fits = (level + 1) * tabWidth + widthOf(code`.${field} = ${value};`) <= width;
  return fits ? code`${chain} = ${value};` : code`${chain} =${indent([hardline, code`${value};`])}`;
}

/** `if let pattern = value { content }`, standing `level` deep; where the condition has lines of its own, the brace follows on the next. `after` is a question mark. */
export function ifLet(pattern: Code, value: Code, content: Code, level: number, after?: Code): Code {
  const head = code`if let ${pattern} =`;
  const whole = code`${value}${after}`;
  const body = code`{${indent([hardline, content])}${hardline}}`;
  if (!Number.isFinite(widthOf(pattern))) return code`${head} ${whole}${hardline}${body}`;
  const columns = level * tabWidth + widthOf(code`${head} ${whole}`);
  if (columns + 2 <= width || !Number.isFinite(columns)) return code`${head} ${whole} ${body}`;
  if (columns <= width && !after) return code`${head} ${whole}${hardline}${body}`;
  return code`${head}${indent([hardline, whole])}${hardline}${body}`;
}

/** `name: Type,`, the type on the next line where only that keeps it on one. */
export function typedField(name: Code, type: Code, level: number): Code {
  const column = level * tabWidth;
  const fits = column + widthOf(code`${name}: ${type},`) <= width;
  const fitsBelow = column + tabWidth + widthOf(code`${type},`) <= width;
  return !fits && fitsBelow ? code`${name}:${indent([hardline, code`${type},`])}` : code`${name}: ${type},`;
}

/** `pattern => value,`, the value in a block of its own where it does not fit. */
export function arm(pattern: Code, value: Code): Code {
  return firstFit([code`${pattern} => ${value},`, code`${pattern} => {${indent([softline, value])}${softline}}`]);
}
