import { describe, expect, it } from "vitest";
import { readFieldText } from "../../../../generator/syntax/field-text.js";
import { documentOf, loadFiles, plain, scalarOf } from "../reading.js";

function found(yaml: string) {
  const { report, program } = loadFiles({ "api.yaml": `heddle: 1\napi: shop\n${yaml}` });
  const findings = report.diagnostics.map(({ code, message, hint, span }) => ({
    code,
    message,
    hint,
    at: span?.file.text.slice(span.start, span.end),
  }));
  return { findings, document: program.files[0] };
}

const operation = (more: string) => `resources:\n  r:\n    o:\n      http: POST /x\n      ${more}\n`;

describe("a condition", () => {
  it.each([
    ["type = live", { field: "type", equals: "live" }],
    ["a.b=1.5", { field: "a.b", equals: 1.5 }],
    ["  on   =  true  ", { field: "on", equals: true }],
    [`type = "a b"`, { field: "type", equals: "a b" }],
  ])("%j is a field and a value", (when, expected) => {
    const document = documentOf(operation(`stream: {sse: T, when: ${JSON.stringify(when)}}`));
    expect(plain(document.resources[0]?.operations[0]?.stream?.when)).toMatchObject(expected);
  });

  it.each(["type", "type =", "= live", "type = null", "type = [1]", 'type = {"a": 1}', "type = a b", ""])("%j is none", (when) => {
    const { findings } = found(operation(`stream: {sse: T, when: ${JSON.stringify(when)}}`));
    expect(findings.map(({ code }) => code)).toEqual(["HD224"]);
  });
});

it("a body in braces needs a kind", () => {
  expect(found(operation("body: {}")).findings).toMatchObject([
    { code: "HD203", at: "body", hint: expect.stringContaining("`multipart`") },
  ]);
});

it.each([
  ["string(1..2", "HD211", "("],
  ["string(1..2, /a/", "HD211", "("],
  ["string(x", "HD211", "("],
  ["string(", "HD211", "("],
  ["string(/a", "HD211", "/"],
  ["string()", "HD214", "()"],
  ["string(1)", "HD214", "(1)"],
  ["string(1..2, 3)", "HD214", "(1..2, 3)"],
])("%s is refused at its bracket", (text, code, at) => {
  const { node, report } = scalarOf(text);
  readFieldText(node, report);
  expect(report.diagnostics.map(({ code: of, span }) => [of, span?.file.text.slice(span.start, span.end)])).toEqual([[code, at]]);
});

it("a header without a value is reported, and is none", () => {
  const { findings, document } = found("client:\n  headers: {X-A: , X-B: b}\n");
  expect(findings.map(({ code }) => code)).toEqual(["HD201"]);
  expect(plain(document?.client?.headers)).toEqual([{ name: "X-B", value: "b" }]);
});

it("an auth scheme has one kind", () => {
  const { findings, document } = found("client:\n  schemes: {a: {bearer: key, header: other}, b: {doc: None}, c: {bearer: key}}\n");
  expect(findings.map(({ code }) => code)).toEqual(["HD209", "HD203"]);
  expect(document?.client?.schemes.map(({ name }) => name.value)).toEqual(["c"]);
});
