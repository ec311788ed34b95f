import { code, type Code, type Json, type TypeRef } from "heddle/template";
import type { Context } from "../context.js";
import { Inexpressible } from "./inexpressible.js";

type ScalarRef = Extract<TypeRef, { kind: "scalar" }>;

/** A scalar as an expression of its own type. */
export function scalarValue(json: Json, ref: ScalarRef, cx: Context): Code {
  const { scalar, encoding } = ref;
  if (scalar === "json") return code`serde_json::json!(${jsonText(json, cx)})`;
  if (encoding !== undefined && scalar !== "bytes") return encodedValue(json, ref, cx);
  if (typeof json === "boolean") return cx.literal(json);
  if (/^u?int/.test(scalar) && (typeof json === "number" || typeof json === "string")) return cx.integer(json);
  if (typeof json === "number") return cx.float(json);
  if (typeof json !== "string") throw new Inexpressible();
  if (scalar === "string") return code`${cx.literal(json)}.to_string()`;
  return scalar === "bytes" ? code`${bytesText(json, ref, cx)}.into()` : code`${cx.literal(json)}.parse()?`;
}

/** A scalar where a function takes whatever it can be made of. */
export function scalarArgument(json: Json, ref: ScalarRef, cx: Context): Code {
  if (ref.scalar === "string" && typeof json === "string") return cx.literal(json);
  return ref.scalar === "bytes" && typeof json === "string" ? bytesText(json, ref, cx) : scalarValue(json, ref, cx);
}

/** What `typeof` says of a scalar's values in JSON; undefined where that can be anything. */
export function jsonTypeOf({ scalar, encoding }: ScalarRef): string | undefined {
  if (scalar === "json") return undefined;
  if (scalar === "bool") return "boolean";
  if (/^(u?int|float)/.test(scalar)) return encoding === "string" ? "string" : "number";
  return encoding !== undefined && scalar !== "bytes" ? "number" : "string";
}

function encodedValue(json: Json, { scalar, encoding }: ScalarRef, cx: Context): Code {
  if (encoding === "string" && typeof json === "string") return code`${cx.runtime("Quoted")}(${cx.integer(json)})`;
  if (encoding === "number") return code`${cx.runtime("DecimalNumber")}(${cx.literal(String(json))}.parse()?)`;
  if (typeof json !== "number" || !Number.isSafeInteger(json) || json < 0) throw new Inexpressible();
  const isMillis = encoding === "unix_ms" || encoding === "milliseconds";
  if (scalar === "duration") {
    const made = isMillis ? code`from_millis` : code`from_secs`;
    return code`${cx.runtime(isMillis ? "Millis" : "Seconds")}(${cx.external("std::time", "Duration")}::${made}(${cx.integer(json)}))`;
  }
  const [seconds, nanos] = isMillis ? [Math.floor(json / 1000), (json % 1000) * 1_000_000] : [json, 0];
  const time = code`${cx.runtime("DateTime")}::from_unix(${cx.integer(seconds)}, ${cx.integer(nanos)})`;
  return code`${cx.runtime(isMillis ? "UnixMillis" : "UnixSeconds")}(${time})`;
}

/** Bytes that are a text, as that; others would say nothing to a reader. */
function bytesText(text: string, { encoding }: ScalarRef, cx: Context): Code {
  const bytes = Buffer.from(text, encoding === "hex" ? "hex" : "base64");
  if (bytes.some((byte) => byte < 0x20 || byte > 0x7e)) throw new Inexpressible();
  return cx.literal(bytes.toString("latin1"));
}

/** What stands in the macro `json!`. */
function jsonText(json: Json, cx: Context): Code {
  if (typeof json !== "object" || json === null) return json === null ? code`null` : cx.literal(json);
  const items = Array.isArray(json)
    ? json.map((item: Json) => jsonText(item, cx))
    : Object.entries(json).map(([key, value]) => code`${cx.literal(key)}: ${jsonText(value, cx)}`);
  const list = items.map((item, index) => (index === 0 ? item : code`, ${item}`));
  return Array.isArray(json) ? code`[${list}]` : list.length === 0 ? code`{}` : code`{ ${list} }`;
}
