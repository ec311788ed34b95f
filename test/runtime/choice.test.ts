import { expect, it } from "vitest";
import { choice, DecodeError, int32, string } from "../../templates/typescript/runtime/index.js";
import { decode } from "./in-memory.js";
import { failureOf } from "./service.js";

const codec = choice<string | number>({ string, number: int32 });

it.each(['"x"', "7"])("a choice takes %s", async (text) => expect(await decode(codec, text)).toEqual(JSON.parse(text)));

it.each([
  ["true", "string | number"],
  ["1.5", "int32"],
])("a choice refuses %s", async (text, expected) => {
  const { message } = await failureOf({ send: () => decode(codec, text) }, DecodeError);
  expect(message).toContain(expected);
});
