import type { ScalarRef } from "../../model/index.js";
import { plain, ToLogical } from "./to-logical.js";

/** JSON as it travels, as logical values: what a schema's examples are. */
export class WireToLogical extends ToLogical {
  protected override scalar(value: unknown, { scalar, encoding }: ScalarRef): unknown {
    if (scalar === "bytes" && typeof value === "string")
      return Buffer.from(value, encoding === "hex" ? "hex" : "base64").toString("base64");
    if (scalar === "decimal") return String(value);
    if (scalar === "datetime" && typeof value === "number") return instant(encoding === "unix_ms" ? value : value * 1000);
    if (scalar === "duration" && typeof value === "number") return duration(encoding === "milliseconds" ? value / 1000 : value);
    if (!/^u?int64$/.test(scalar)) return plain(value);
    const exact = BigInt(String(value));
    return plain(exact);
  }
}

function duration(seconds: number): string {
  return `${seconds < 0 ? "-" : ""}PT${Math.abs(seconds)}S`;
}

const day = 86_400_000;

/** Milliseconds since 1970 as RFC 3339 in UTC, by the days of the proleptic Gregorian calendar. */
function instant(milliseconds: number): string {
  const days = Math.floor(milliseconds / day);
  const rest = milliseconds - days * day;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const fraction = (Math.round(rest) % 1000) / 1000;
  const seconds = `${two((rest / 1000) % 60)}${fraction === 0 ? "" : String(fraction).slice(1)}`;
  return `${date(days)}T${two(rest / 3_600_000)}:${two((rest / 60_000) % 60)}:${seconds}Z`;
}

/** The date of a day since 1970, counted in years that begin in March. */
function date(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const year = yearOfEra + era * 400 + (month > 9 ? 1 : 0);
  const parts = [String(year).padStart(4, "0"), String(((month + 2) % 12) + 1).padStart(2, "0"), String(dayOfMonth).padStart(2, "0")];
  return parts.join("-");
}
