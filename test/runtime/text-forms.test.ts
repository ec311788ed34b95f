import { describe, expect, it } from "vitest";
import { date, datetime, decimal, DecodeError, duration, time, url, uuid, type Codec } from "../../templates/typescript/runtime/index.js";
import { decode } from "./in-memory.js";
import { failureOf } from "./service.js";

const id = "123e4567-e89b-12d3-a456-426614174000";

/** Texts of one form, and such that nearly are: something before, behind or missing. */
const forms: readonly (readonly [name: string, codec: Codec<string>, good: readonly string[], bad: readonly unknown[]])[] = [
  ["decimal", decimal, ["0", "007", "12.50", "1E-12", "-1.5e+10"], ["", ".5", "1.", "1.5.5", "1e", "1.5x", "--1", " 1", "0x1", 1.5]],
  ["uuid", uuid, [id, id.toUpperCase()], [`x${id}`, `${id}x`, id.replaceAll("-", ""), id.replace("1", "g"), [id]]],
  ["url", url, ["urn:x", "H2+a.b-c://h"], ["2h://h", "://h", "h:", "-h:x", "h:x ", "h x:y", ["h:x"]]],
  ["date", date, ["2024-02-29", "0000-00-00"], ["x2024-02-29", "2024-02-29x", "24-02-29", "2024-2-29", "2024-02-9", ["2024-02-29"]]],
  [
    "time",
    time,
    ["23:59:60", "00:00:00.123456789Z", "00:00:00z", "00:00:00+05:30"],
    ["x23:59:59", "23:59:59x", "1:00:00", "00:0:00", "00:00:0", "00:00:00.", "00:00:00.1234567890", "00:00:00+5:30", "00:00:00+05:3"],
  ],
  [
    "datetime",
    datetime,
    ["2024-05-01T00:00:00Z", "2024-05-01t23:59:60.123456789-12:30"],
    [
      "x2024-05-01T00:00:00Z",
      "2024-05-01T00:00:00Zx",
      "24-05-01T00:00:00Z",
      "2024-5-01T00:00:00Z",
      "2024-05-1T00:00:00Z",
      "2024-05-01 00:00:00Z",
      "2024-05-01T0:00:00Z",
      "2024-05-01T00:0:00Z",
      "2024-05-01T00:00:0Z",
      "2024-05-01T00:00:00.Z",
      "2024-05-01T00:00:00+1:00",
      "2024-05-01T00:00:00+01:0",
      ["2024-05-01T00:00:00Z"],
    ],
  ],
  [
    "duration",
    duration,
    ["P12W", "P10Y20M30DT40H50M60.75S", "-P1D", "PT1,25S", "PT12S", "P1M", "PT1H", "PT1M"],
    ["", "PT", "xPT1S", "PT1Sx", "1D", "P1", "P1H", "PT1D", "P1WT1S", "P1W1D", "PYMD", "PTS", "PT1.S", "PT.5S", "PWx", "pt1s", ["PT1S"]],
  ],
];

describe("JSON-6, JSON-12: texts of a form", () => {
  it.each(forms)("%s: takes", async (_, codec, good) => {
    for (const text of good) expect(await decode(codec, JSON.stringify(text))).toBe(text);
  });

  it.each(forms)("%s: refuses", async (expected, codec, _, bad) => {
    for (const value of bad)
      expect(await failureOf({ send: () => decode(codec, JSON.stringify(value)) }, DecodeError)).toMatchObject({ expected });
  });
});
