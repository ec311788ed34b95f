import { describe, expect, it } from "vitest";
import { readSuite } from "../../generator/conformance/scenario/read.js";
import { Report } from "../../generator/source/report.js";
import { SourceFile } from "../../generator/source/source-file.js";

/** What is wrong with a scenario of one line. */
function found(scenario: string): readonly string[] {
  const report = new Report();
  readSuite(new SourceFile("s.yaml", `suite: 1\nschema: s.yaml\nscenarios:\n  s: ${scenario}\n`), "/", report);
  return report.diagnostics.map(({ code, message }) => `${code} ${message}`);
}

describe("what a scenario says has an effect, or is refused", () => {
  it.each([
    ["{ call: { a: {} }, exchange: [{ fault: goaway }] }"],
    ["{ call: { a: {} }, http: 2, exchange: [{ fault: goaway }] }"],
    ["{ call: { a: {} }, exchange: [{ reply: { fault: refused_stream } }] }"],
    ["{ call: { a: {} }, http: 2, exchange: [{ fault: garbage }] }"],
    ["{ call: { a: {} }, matrix: { http: [1.1, 2] }, exchange: [{ reply: { reason: No } }] }"],
    ["{ call: { a: {} }, http: 2, exchange: { repeat: { reply: { cut: { header: 3 }, fault: close } } } }"],
    ["{ call: { a: {} }, exchange: [{ reply: { cut: { body: 3 } } }] }"],
    ["{ call: { a: { take: 2 } } }"],
    ["{ call: { a.with_response: { again: true } } }"],
    ["{ call: { a: { cancel: { event: 1 } } } }"],
    ["{ call: { a: {} }, matrix: { split: [1, 2] } }"],
    ["{ call: { a: {} }, matrix: { tls: [yes] } }"],
    ["{ call: { a: {} }, http: 1 }"],
  ])("%s", (scenario) => {
    expect(found(scenario)).toMatchSnapshot();
  });

  it("a scenario without any passes", () => {
    expect(found("{ call: { a.items: { take: 2, cancel: { event: 1 } } }, http: 2, exchange: [{}, { fault: goaway }] }")).toEqual([]);
  });
});
