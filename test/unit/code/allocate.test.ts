import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, applyCasing, freeName, splitWords, type Casing, type IdentifierRules } from "../../../generator/code/index.js";

const rules: IdentifierRules = {
  reserved: new Set(["class", "new"]),
  isIdentifier: (name) => /^[a-z_][a-z0-9_]*$/i.test(name),
  escape: (name) => (/^\d/.test(name) || name === "" ? `_${name}` : `${name}_`),
};

describe("casing", () => {
  it.each<[Casing, string]>([
    ["camel", "userIdsV2"],
    ["pascal", "UserIdsV2"],
    ["snake", "user_ids_v2"],
    ["kebab", "user-ids-v2"],
    ["screaming", "USER_IDS_V2"],
  ])("%s", (casing, name) => {
    expect(applyCasing(splitWords("userIDsV2"), casing)).toBe(name);
  });
});

describe("a scope", () => {
  const namesOf = (
    claims: readonly { name: string; casing?: Casing | "written"; prefix?: string; suffix?: string }[],
    taken: readonly string[] = [],
  ) =>
    allocate(
      claims.map((claim, owner) => ({ owner, casing: "camel" as const, ...claim })),
      rules,
      new Set(taken),
    );

  it("builds names from words", () => {
    const { names } = namesOf([
      { name: "agent_name", prefix: "with" },
      { name: "list_users", suffix: "builder", casing: "pascal" },
      { name: "HTTPServer", casing: "written" },
    ]);
    expect(names.map(({ name }) => name)).toEqual(["withAgentName", "ListUsersBuilder", "HTTPServer"]);
  });

  it("escapes what the language, the scope or the alphabet does not allow", () => {
    const { names } = namesOf([{ name: "class" }, { name: "send" }, { name: "2fa" }, { name: "$" }], ["send"]);
    expect(names.map(({ name }) => name)).toEqual(["class_", "send_", "_2fa", "_"]);
  });

  it("reports two claims on one name instead of numbering them", () => {
    const { clashes } = namesOf([
      { name: "user_id" },
      { name: "other" },
      { name: "userId" },
      { name: "class" },
      { name: "class_", casing: "written" },
    ]);
    expect(clashes.map(({ name, first, second }) => [name, first.owner, second.owner])).toEqual([
      ["userId", 0, 2],
      ["class_", 3, 4],
    ]);
  });

  it("gives every claim a name that is free in the scope, or reports it", () => {
    const claim = fc.record({
      name: fc.oneof(fc.string(), fc.constantFrom("class", "send", "Class", "new_")),
      casing: fc.constantFrom<Casing>("camel", "snake", "pascal"),
    });
    fc.assert(
      fc.property(fc.array(claim), (claims) => {
        const { names, clashes } = namesOf(claims, ["send"]);
        expect(new Set(names.map(({ name }) => name)).size + clashes.length).toBe(claims.length);
      }),
    );
  });
});

it("finds a name that is free", () => {
  expect(freeName("User", new Set())).toBe("User");
  expect(freeName("User", new Set(["User", "User_2"]))).toBe("User_3");
});
