import type { ScalarRef } from "../../../../model/index.js";
import { FromLogical } from "../../../logical/from-logical.js";
import type { Bag } from "../../../logical/types.js";
import { fileOf } from "./files.js";

/** Logical values as a program has them. */
export class ToNative extends FromLogical {
  protected override file(value: Bag): unknown {
    return fileOf(value);
  }

  protected override scalar(value: unknown, { scalar: name }: ScalarRef): unknown {
    if (name === "bytes" && typeof value === "string") return Uint8Array.from(Buffer.from(value, "base64"));
    if (name.startsWith("float") && typeof value === "string") return notFinite.get(value) ?? value;
    if (!/^u?int64$/.test(name)) return value;
    const isInteger = Number.isInteger(value) || (typeof value === "string" && /^-?\d+$/.test(value));
    return isInteger ? BigInt(value as number | string) : value;
  }
}

const notFinite = new Map([
  [".nan", NaN],
  [".inf", Infinity],
  ["-.inf", -Infinity],
]);
