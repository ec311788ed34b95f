import { describe, expect, it } from "vitest";
import {
  datetimeUnix,
  datetimeUnixMs,
  decimalNumber,
  DecodeError,
  durationMilliseconds,
  durationSeconds,
  InvalidArgumentError,
  type Codec,
} from "../../templates/typescript/runtime/index.js";
import { decode, encode } from "./in-memory.js";
import { failureOf } from "./service.js";

type Pair = [codec: Codec<string>, wire: string, value: string];

describe("JSON-11, JSON-12: texts of the program that are numbers on the wire", () => {
  it.each<Pair>([
    [decimalNumber, "1.5", "1.5"],
    [decimalNumber, "-12", "-12"],
    [decimalNumber, "1e-7", "1e-7"],
    [datetimeUnix, "1714521600", "2024-05-01T00:00:00Z"],
    [datetimeUnix, "-0.5", "1969-12-31T23:59:59.5Z"],
    [datetimeUnix, "1.005", "1970-01-01T00:00:01.005Z"],
    [datetimeUnixMs, "1714521600010", "2024-05-01T00:00:00.01Z"],
    [datetimeUnixMs, "8640000000000000", "+275760-09-13T00:00:00Z"],
    [durationSeconds, "90", "PT90S"],
    [durationSeconds, "100", "PT100S"],
    [durationSeconds, "-0.5", "-PT0.5S"],
    [durationSeconds, "1e-7", "PT0.0000001S"],
    [durationMilliseconds, "1500", "PT1.5S"],
    [durationMilliseconds, "0", "PT0S"],
  ])("%# %s is %s", async (codec, wire, value) => {
    expect(await decode(codec, wire)).toBe(value);
    expect(await encode(codec, value)).toBe(wire);
  });

  it.each<Pair>([
    [decimalNumber, "150", "1.5e+2"],
    [decimalNumber, "20000000000", "2e10"],
    [decimalNumber, "0.01225", "12.25E-3"],
    [datetimeUnix, "1714512600.5", "2024-05-01t00:00:00.5+02:30"],
    [datetimeUnixMs, "1714521600123", "2024-05-01T00:00:00.123456789z"],
    [durationSeconds, "7886450.25", "P10W20DT30H40M50.25S"],
    [durationSeconds, "-3600", "-PT1H"],
    [durationSeconds, "86400", "P1D"],
    [durationMilliseconds, "120000", "PT2M"],
  ])("%# sends %s for %s", async (codec, wire, value) => {
    expect(await encode(codec, value)).toBe(wire);
  });

  it.each<[codec: Codec<string>, wire: string, expected: string]>([
    [decimalNumber, '"1.5"', "decimal as number"],
    [decimalNumber, "1e999", "decimal as number"],
    [datetimeUnix, "8640000000001", "datetime as unix"],
    [datetimeUnix, "null", "datetime as unix"],
    [datetimeUnixMs, "-8640000000000001", "datetime as unix_ms"],
    [durationSeconds, '"PT90S"', "duration as seconds"],
    [durationSeconds, "1e21", "duration as seconds"],
    [durationMilliseconds, "true", "duration as milliseconds"],
  ])("%# does not take %s for a %s", async (codec, wire, expected) => {
    expect(await failureOf({ send: () => decode(codec, wire) }, DecodeError)).toMatchObject({ path: "$", expected });
  });

  it.each<[codec: Codec<string>, value: unknown]>([
    [decimalNumber, 1.5],
    [decimalNumber, "1."],
    [decimalNumber, "+1"],
    [decimalNumber, "1.5 "],
    [decimalNumber, "0x10"],
    [decimalNumber, "1e999"],
    [datetimeUnix, "5"],
    [datetimeUnix, "2024-05-01"],
    [datetimeUnix, "2024-05-01T00:00:00"],
    [datetimeUnixMs, "2016-12-31T23:59:60Z"],
    [durationSeconds, "90"],
    [durationSeconds, "P"],
    [durationSeconds, "P1DT"],
    [durationSeconds, "P1M"],
    [durationSeconds, "PT1S,"],
    [durationSeconds, " PT1S"],
    [durationSeconds, 90],
  ])("%# does not send %j", async (codec, value) => {
    const { violations } = await failureOf({ send: () => encode(codec, value) }, InvalidArgumentError);
    expect(violations).toEqual([{ path: "body", rule: expect.stringMatching(/^expected (decimal|datetime|duration) as \w+, got/) }]);
  });
});
