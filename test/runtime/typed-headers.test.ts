import { expect, it } from "vitest";
import {
  bool,
  DecodeError,
  int32,
  int64,
  json,
  list,
  nothing,
  openEnum,
  optional,
  string,
  url,
  withHeaders,
  type Codec,
} from "../../templates/typescript/runtime/index.js";
import { answering } from "./in-memory.js";
import { callOf, clientOf, failureOf } from "./service.js";

type Codecs = Readonly<Record<string, Codec<unknown>>>;

/** A call whose answer has `headers`, of which those in `codecs` are declared. */
function callWith(headers: Record<string, string>, codecs: Codecs, wire?: Record<string, string>) {
  const transport = answering(null, { status: 204, headers });
  return callOf(clientOf({ transport }), { returns: { 204: withHeaders(nothing, codecs, wire) } });
}

async function typed(headers: Record<string, string>, codecs: Codecs, wire?: Record<string, string>): Promise<unknown> {
  const response = await callWith(headers, codecs, wire).withResponse().send();
  return "typedHeaders" in response ? response.typedHeaders : undefined;
}

it("HDR-4: declared headers are decoded to their types, the raw ones stay", async () => {
  const call = callWith({ location: "https://a.example/1", "x-left": "12" }, { Location: url, "X-Left": int32 });
  const response = await call.withResponse().send();
  expect(response).toMatchObject({ typedHeaders: { Location: "https://a.example/1", "X-Left": 12 } });
  expect(response.headers.get("x-left")).toBe("12");
});

it("HDR-4: a text that looks like a number is a text where the type says so", async () => {
  const codecs = { Etag: string, On: bool, Big: int64, Tags: list(string), Pages: list(int32), Level: openEnum([1, 2]) };
  const headers = { etag: "007", on: "true", big: "9007199254740993", tags: "a, 1", pages: "1,2", level: "2" };
  expect(await typed(headers, codecs)).toEqual({
    Etag: "007",
    On: true,
    Big: 9007199254740993n,
    Tags: ["a", "1"],
    Pages: [1, 2],
    Level: 2,
  });
});

it("HDR-4: an optional header that is not there is no member", async () => {
  expect(await typed({}, { Left: optional(int32) })).toStrictEqual({});
});

it("HDR-4: a header may have another name in the program", async () => {
  expect(await typed({ "x-quota-left": "3" }, { left: int32 }, { left: "X-Quota-Left" })).toEqual({ left: 3 });
});

it("HDR-4: a required header that is missing, or one that does not fit, is a decode error", async () => {
  const missing = await failureOf(callWith({}, { Left: int32 }).withResponse(), DecodeError);
  expect([missing.path, missing.expected, missing.got]).toEqual(["Left", "int32", "nothing"]);
  expect([missing.rawBody, missing.excerpt]).toEqual(["", ""]);
  const wrong = await failureOf(callWith({ "x-left": "many" }, { left: int32 }, { left: "X-Left" }).withResponse(), DecodeError);
  expect([wrong.path, wrong.expected, wrong.excerpt]).toEqual(["X-Left", "int32", "many"]);
});

it("HDR-4: who does not ask for headers does not fail over them", async () => {
  await expect(callWith({}, { Left: int32 }).send()).resolves.toBeUndefined();
});

it("HDR-4: the reader stays what it was", () => {
  expect(withHeaders(json(string), {}).accept).toBe("application/json");
});
