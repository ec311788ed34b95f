import { describe, expect, it } from "vitest";
import type { IdentifierRules } from "../../../generator/code/index.js";
import { Report } from "../../../generator/source/report.js";
import { SourceFile } from "../../../generator/source/source-file.js";
import { settleNames, type NameClaim } from "../../../generator/target/index.js";
import { placed } from "./loading.js";

const file = new SourceFile("api.yaml", "list_users:\nlistUsers:\nclass:\n");
const node = (name: string): NameClaim["node"] => ({
  origin: { file, start: file.text.indexOf(name), end: file.text.indexOf(name) + name.length },
});
const [first, second, reserved] = [node("list_users"), node("listUsers"), node("class")];
const rules: IdentifierRules = { reserved: new Set(["class"]), isIdentifier: (name) => name !== "", escape: (name) => `${name}_` };

describe("settled names", () => {
  it("belong to a node in a role, and to a module if it exports them", () => {
    const names = settleNames(
      [
        { title: "a", rules, taken: ["listUsers"], claims: [{ node: first, name: "list_users", casing: "camel", module: "users" }] },
        {
          title: "b",
          rules,
          claims: [{ node: first, role: "params", name: "list_users", casing: "pascal", suffix: "params", module: "users", space: "type" }],
        },
        { title: "c", rules, claims: [{ node: reserved, name: "class", casing: "camel" }] },
      ],
      new Report(),
    );
    expect(names.of(first)).toEqual({ text: "listUsers_", symbol: { name: "listUsers_", module: "users", space: "value" } });
    expect(names.of(first, "params").symbol).toEqual({ name: "ListUsersParams", module: "users", space: "type" });
    expect(names.of(reserved)).toEqual({ text: "class_" });
    expect(names.find(second)).toBeUndefined();
    expect(() => names.of(second)).toThrow("this has no name");
    expect(() => names.of(first, "builder")).toThrow("this has no name for the role `builder`; it has: its own, `params`");
  });

  it("may be the same in two scopes, but not in one", () => {
    const report = new Report();
    const claims = [first, second].map((each, index) => ({
      node: each,
      name: index === 0 ? "list_users" : "listUsers",
      casing: "pascal" as const,
    }));
    settleNames(
      claims.map((claim) => ({ title: "apart", rules, claims: [claim] })),
      report,
    );
    expect(report.diagnostics).toEqual([]);
    settleNames([{ title: "the module `users`", rules, claims: claims.map((claim) => ({ ...claim, role: "builder" })) }], report);
    expect(report.diagnostics.map(placed)).toEqual([
      "api.yaml HD501 2:1 [listUsers] the builder of `list_users` and the builder of `listUsers` would both be called `ListUsers` in the module `users` | the builder of `list_users` is here api.yaml:1:1",
    ]);
  });
});
