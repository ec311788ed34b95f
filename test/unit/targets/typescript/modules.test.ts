import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { runtimeExports } from "../../../../generator/targets/typescript/runtime-exports.js";
import { render, renderSound } from "../../../support/project.js";
import { typeErrors } from "../../../support/type-check.js";

const resources = {
  users: {
    list: { http: "GET /users", query: { "limit?": "int32" }, returns: "User[]" },
    delete: { http: "DELETE /users/{class}", path: { class: "string" } },
    upload: { http: "PUT /users/photo", body: { multipart: "User" } },
  },
  client: { then: { http: "GET /then", returns: "string" } },
};

function schema(more: object = {}): string {
  return JSON.stringify({
    heddle: 1,
    api: "names",
    client: { name: "NamesClient", base_url: "https://example.com" },
    resources,
    types: { User: { "send?": "string", "toString?": "string" }, Promise: { $alias: "string" }, Client: { a: "Promise" } },
    ...more,
  });
}

describe("names that mean something already", () => {
  const { files, diagnostics } = render({ "api.yaml": schema() });

  it("give modules that compile", () => {
    expect(typeErrors(files).filter((problem) => !problem.startsWith("runtime/"))).toEqual([]);
  });

  it("are escaped where they must be, and nowhere else", () => {
    expect(files.get("users.ts")).toContain("export function delete_(\n  client: Client,\n  class_: string,\n)");
    expect(files.get("users.ts")).toContain("  delete(class_: string)");
    expect(files.get("client-resource.ts")).toContain("  then_(): Call<string, ClientThenError>");
    expect(files.get("api.ts")).toContain("export type Promise_ = string;");
  });

  it("of one word get their resource's before them outside of their module", () => {
    expect(files.get("users.ts")).toContain("export class UsersListBuilder extends Call<User[], UsersListError>");
    expect(files.get("users.ts")).toContain("export function list(");
  });

  it("leave out what cannot be emitted, and say so", () => {
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toContain(
      "HD520 `users.upload` is left out of `typescript`, which cannot send or read multipart bodies yet",
    );
    expect([...files.values()].join("")).not.toContain("photo");
  });
});

describe("the option `extension`", () => {
  it.each([".js", ".ts", ""])("%j is in every specifier", (extension) => {
    const config = `schema: api.yaml\ntargets: {typescript: {out: out, extension: "${extension}"}}\n`;
    const files = renderSound({
      "api.yaml": schema({ resources: { users: { list: resources.users.list } } }),
      "heddle.config.yaml": config,
    });
    const specifiers = [...files.values()].flatMap((text) =>
      [...text.matchAll(/ from "(\.[^"]*)";/g)].map(([, specifier]) => specifier ?? ""),
    );
    expect(specifiers.length).toBeGreaterThan(50);
    expect(specifiers.filter((specifier) => path.posix.extname(specifier) !== extension)).toEqual([]);
  });
});

it("knows every export of the runtime, and no other", () => {
  const index = readFileSync(path.join(import.meta.dirname, "../../../../templates/typescript/runtime/index.ts"), "utf8");
  const names = [...index.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list = ""]) =>
    list.split(",").map((name) => name.replace("type ", "").trim()),
  );
  expect([...runtimeExports].sort()).toEqual(names.filter((name) => name !== "").sort());
});
