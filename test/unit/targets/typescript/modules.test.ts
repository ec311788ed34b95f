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
    save: { http: "PUT /users/me", body: { json: "User", form: "Name" } },
    change: { http: "PUT /users/me", body: { json: "Name", form: "User" }, call: "builder(with_)" },
    export: { http: "GET /users/archive", returns: { multipart: "User" } },
    rename: { http: "PATCH /users/me", body: { json: "User", form: "User" } },
  },
  client: { then: { http: "GET /then", returns: "string" } },
};

function schema(more: object = {}): string {
  return JSON.stringify({
    heddle: 1,
    api: "names",
    client: { name: "NamesClient", base_url: "https://example.com" },
    resources,
    types: {
      User: { "send?": "string", "toString?": "string" },
      Promise: { $alias: "string" },
      Client: { a: "Promise" },
      Name: { "name?": "string" },
    },
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
      "HD520 `users.export` is left out of `typescript`, which cannot read answers that are forms or multipart yet",
    );
    expect([...files.values()].join("")).not.toContain("/users/archive");
  });

  it("send a body that setters make in the first of its media types, and say so", () => {
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toContain(
      "HD521 `users.change` sends its body as `application/json` in `typescript`, never as `application/x-www-form-urlencoded`",
    );
    expect(diagnostics.filter(({ code }) => code === "HD521")).toHaveLength(1);
  });
});

describe("free functions", () => {
  const types = { "api.yaml": schema({ client: { name: "NamesClient", base_url: "https://example.com", surface: "functions" } }) };

  it("call those of their module by the module's name", () => {
    const text = renderSound(types).get("functions/users.ts");
    expect(text).toContain('import * as users from "../users.js";');
    expect(text).toContain("return users.list(defaultClient.get(), params);");
  });

  it("escape a module's name that no import may give", () => {
    const resources = { class: { read: { http: "GET /classes/{class}", path: { class: "string" } } } };
    const text = renderSound({ "api.yaml": schema({ ...JSON.parse(types["api.yaml"]), resources }) }).get("functions/class.ts");
    expect(text).toContain('import * as classModule from "../class.js";');
    expect(text).toContain("return classModule.read(defaultClient.get(), class_);");
  });

  it("have no parameter of that name", () => {
    const resources = { user: { read: { http: "GET /users/{user}", path: { user: "string" } } } };
    const files = renderSound({ "api.yaml": schema({ ...JSON.parse(types["api.yaml"]), resources }) });
    expect(files.get("functions/user.ts")).toContain("return user.read(defaultClient.get(), user_);");
  });
});

describe("the option `int64`", () => {
  const declarations = {
    Count: { $alias: "int64(1..)" },
    Level: { $enum: { low: 1, high: 2 }, $base: "int64" },
    Sum: { "of?": "uint64 as string", "more?": { $type: "int64", $default: 5, $send_default: true }, level: "Level" },
  };
  const body = { a: { sum: { http: "POST /sum", body: "Sum", examples: { one: { body: { of: "7", level: 1 } } } } } };

  it.each([
    ["bigint", "of: 7n"],
    ["number", "of: 7,"],
    ["string", 'of: "7"'],
  ])("%s", (int64, example) => {
    const files = renderSound({
      "api.yaml": schema({ types: declarations, resources: body }),
      "heddle.config.yaml": `schema: api.yaml\ntargets: {typescript: {out: out, int64: ${int64}}}\n`,
    });
    expect(files.get("api.ts")).toContain(`export type Count = ${int64};`);
    expect(files.get("a.ts")).toContain(example);
    expect(typeErrors(files)).toEqual([]);
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
