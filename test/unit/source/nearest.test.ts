import { describe, expect, it } from "vitest";
import { nearest, suggestion } from "../../../generator/source/nearest.js";

describe("the nearest spelling", () => {
  it.each([
    ["tiemout", ["timeout", "time", "retry"], "timeout"],
    ["Timeout", ["timeout"], "timeout"],
    ["usr", ["user", "users"], "user"],
    ["colour", ["color", "colours"], "color"],
    ["x", ["y"], "y"],
    ["retry", ["timeout", "auth"], undefined],
    ["ab", ["cd"], undefined],
    ["", ["a"], "a"],
    ["a".repeat(65), ["a".repeat(64)], undefined],
  ])("of %j among %j is %j", (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });

  it("is the first of equals, so that the order of the language decides", () => {
    expect(nearest("bat", ["cat", "hat"])).toBe("cat");
  });

  it("is asked for as a question", () => {
    expect(suggestion("clinet", ["client"])).toBe("did you mean `client`?");
    expect(suggestion("clinet", ["retry"])).toBeUndefined();
  });
});
