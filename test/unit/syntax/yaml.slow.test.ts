import { expect, it } from "vitest";
import { Report } from "../../../generator/source/report.js";
import { SourceFile } from "../../../generator/source/source-file.js";
import { parseYaml } from "../../../generator/syntax/yaml.js";

it("10 MB in one mapping take seconds, and the duplicate among 550,000 keys is found", () => {
  const keys = Array.from({ length: 550_000 }, (_, index) => `key_${index}: string`);
  const text = `${keys.join("\n")}\nkey_250000: int32\n`;
  expect(text.length).toBeGreaterThan(10_000_000);
  const report = new Report();
  const before = process.cpuUsage();
  parseYaml(new SourceFile("large.yaml", text), report);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(25);
  expect(report.diagnostics.map(({ code }) => code)).toEqual(["HD104"]);
});
