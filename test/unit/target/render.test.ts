import { describe, expect, it } from "vitest";
import { empty } from "../../../generator/code/index.js";
import { Report } from "../../../generator/source/report.js";
import { renderTarget, type OutputFile, type Target } from "../../../generator/target/index.js";
import { modelOf } from "../../support/schema.js";
import { loadFolders, placed, type Folders } from "./loading.js";
import { plain } from "./plain-target.js";

const schema = `heddle: 1
api: shop
client: { name: Shop, base_url: "https://api.shop.test" }
types:
  Order:
    id: string
resources:
  orders:
    at: /orders
    get_order:
      doc: Gets an order.
      http: GET /{id}
      path: { id: string }
      returns: Order
    upload:
      http: POST /upload
      template: presigned
      returns: Order
`;

/** The built-in templates of the plain language. */
const own = {
  "operation.ts": `import { code, type Template } from "heddle/template";

const operation: Template<"operation"> = (node, cx) => {
  const [success] = node.success;
  const result = cx.model.types.find(({ name }) => success?.content?.type.kind === "named" && name === success.content.type.name);
  return code\`
    \${cx.doc({ doc: node.doc })}
    \${cx.name(node)} gives \${result && cx.name(result)} by \${cx.runtime("send")}
  \`;
};

export default operation;
`,
  "model.ts": 'import { code } from "heddle/template";\nexport default (type, cx) => code`type ${cx.name(type)}`;\n',
  "operation.presigned.ts":
    'import { code } from "heddle/template";\nexport default (node, cx, inherited) => code`signed ${inherited()}`;\n',
};

interface Result {
  readonly files: readonly OutputFile[];
  readonly findings: readonly string[];
}

async function render(
  folders: Folders,
  { yaml = schema, target = plain, runtime = [] as readonly { path: string; text: string }[] } = {},
): Promise<Result> {
  const { templates, findings } = await loadFolders(folders);
  expect(findings).toEqual([]);
  const report = new Report();
  const files = renderTarget(target as Target, { model: modelOf(yaml), options: {}, templates, runtime, report });
  return { files, findings: report.diagnostics.map(placed) };
}

const overlay = (body: string): Folders => ({ own, mine: { "operation.ts": `import { code, empty } from "heddle/template";\n${body}\n` } });

describe("rendering", () => {
  it("makes the planned files, with their imports, and copies the runtime", async () => {
    const runtime = [
      { path: "send.txt", text: "send\n" },
      { path: "send.test.txt", text: "test\n" },
    ];
    expect(await render({ own }, { runtime })).toEqual({
      findings: [],
      files: [
        {
          path: "operations.txt",
          content: "use types.Order\n# Gets an order.\nget_order gives Order by send\nsigned upload gives Order by send\n",
        },
        { path: "runtime/send.txt", content: "send\n" },
        { path: "types.txt", content: "type Order\n" },
      ],
    });
  });

  it("lets a user's template wrap what it replaces, variants included", async () => {
    const { files } = await render(overlay("export default (node, cx, inherited) => code`\n  begin\n    ${inherited()}\n  end\n`;"));
    expect(files[0]?.content).toBe(
      "use types.Order\nbegin\n  # Gets an order.\n  get_order gives Order by send\nend\nsigned begin\n  upload gives Order by send\nend\n",
    );
  });

  it("takes whole files from a template, code or text", async () => {
    const files = `import { code } from "heddle/template";
export default (model, cx, inherited) => [
  ...inherited(),
  { path: "README.md", content: { text: "# " + model.name + "\\r\\n" } },
  { path: "all.txt", content: code\`\${model.types.map((type) => cx.name(type))}\` },
];
`;
    const below = 'export default () => [{ path: "a.txt", content: { text: "a\\n" } }];\n';
    const result = await render({ own: { ...own, "files.ts": below }, mine: { "files.ts": files } });
    expect(result.findings).toEqual([]);
    expect(result.files.filter(({ path }) => !/^(operations|types)/.test(path))).toEqual([
      { path: "README.md", content: "# shop\n" },
      { path: "a.txt", content: "a\n" },
      { path: "all.txt", content: "use types.Order\nOrder\n" },
    ]);
  });
});

describe("a template that is wrong", () => {
  it.each<[string, string, string]>([
    [
      "throws",
      'export default (node) => {\n  if (node.name === "upload") throw new TypeError("no uploads\\nhere");\n  return empty;\n};',
      "api.yaml HD606 15:5 [upload] the template `mine/operation.ts` fails for the operation `orders.upload`: no uploads | thrown here mine/operation.ts:3:37",
    ],
    [
      "puts a schema's text into code",
      'export default (node) => code`\n  // ${node.doc ?? "no doc"}\n`;',
      'api.yaml HD607 10:5 [get_order] the template `mine/operation.ts` mixes something else into the code of the operation `orders.get_order`: the text "Gets an order." is not code | thrown here mine/operation.ts:2:26',
    ],
    [
      "returns text",
      "export default (node) => node.name;",
      "api.yaml HD608 10:5 [get_order] the template `mine/operation.ts` returns a string for the operation `orders.get_order` instead of code",
    ],
    [
      "returns something that looks like code",
      'export default () => ({ kind: "text", text: "evil" });',
      "api.yaml HD608 10:5 [get_order] the template `mine/operation.ts` returns an object for the operation `orders.get_order` instead of code",
    ],
    [
      "asks for a name that nobody settled",
      'export default (node, cx) => cx.name(node, "builder");',
      "api.yaml HD606 10:5 [get_order] the template `mine/operation.ts` fails for the operation `orders.get_order`: `get_order` has no name for the role `builder`; it has: its own | thrown here mine/operation.ts:2:33",
    ],
    [
      "asks for something that the runtime does not have",
      'export default (node, cx) => cx.runtime("sent");',
      "api.yaml HD612 10:5 [get_order] the template `mine/operation.ts` asks for `sent`, which the runtime does not export (did you mean `send`?) | thrown here mine/operation.ts:2:33",
    ],
    [
      "renders itself for ever",
      'export default (node, cx) => cx.slot("operation", node);',
      "api.yaml HD606 10:5 [get_order] the template `mine/operation.ts` fails for the operation `orders.get_order`: the operation `orders.get_order` is being rendered already | thrown here mine/operation.ts:2:33",
    ],
    [
      "throws what is no error",
      'export default () => { throw "so"; };',
      "api.yaml HD606 10:5 [get_order] the template `mine/operation.ts` fails for the operation `orders.get_order`: so",
    ],
  ])("%s", async (_, body, finding) => {
    expect(await render(overlay(body))).toEqual({ files: [], findings: [finding] });
  });

  it("inherits where there is nothing", async () => {
    const { findings } = await render({ own: { ...own, "model.ts": "export default (type, cx, inherited) => inherited();\n" } });
    expect(findings).toEqual([
      "api.yaml HD609 5:3 [Order] the template `own/model.ts` calls `inherited()`, but no other template fills `model` | thrown here own/model.ts:1:41",
    ]);
  });

  it("returns files that are none", async () => {
    for (const result of [
      "undefined",
      "{}",
      '[{ path: "a" }]',
      '[{ path: 1, content: { text: "" } }]',
      '[{ path: "a", content: "text" }]',
    ]) {
      const { findings } = await render({ own: { ...own, "files.ts": `export default () => (${result});\n` } });
      expect(findings).toEqual([expect.stringContaining("instead of a list of files, each with a `path` and a `content`")]);
    }
  });

  it("does not hide what is wrong with the others", async () => {
    const { findings } = await render({
      own,
      mine: { "operation.ts": "export default (node) => { throw new Error(node.name); };\n", "model.ts": "export default () => 1;\n" },
    });
    expect(findings.map((each) => each.slice(9, 30))).toEqual(["HD606 10:5 [get_order", "HD608 5:3 [Order] the"]);
  });

  it("is named by what it renders, where that is declared", async () => {
    const plan: Target["plan"] = (model, cx) => {
      const [resource] = model.resources;
      return [cx.slot("client", model), resource && cx.slot("resource", resource), cx.slot("errors", model.errors)].map(
        (content, index) => ({
          path: `${index}.txt`,
          content: content ?? empty,
        }),
      );
    };
    const failing = 'export default () => { throw new Error("no"); };\n';
    const folders = { own: { ...own, "client.ts": failing, "resource.ts": failing, "errors.ts": failing, "files.ts": failing } };
    const { findings } = await render(folders, { target: { ...plain, plan } });
    expect(findings.map((each) => each.replace(/: no .*/, ""))).toEqual([
      "api.yaml HD606 3:17 [Shop] the template `own/client.ts` fails for the client `Shop`",
      "api.yaml HD606 8:3 [orders] the template `own/resource.ts` fails for the resource `orders`",
      "api.yaml HD606 2:6 [shop] the template `own/errors.ts` fails for the table of errors",
      "api.yaml HD606 2:6 [shop] the template `own/files.ts` fails for the files of `shop`",
    ]);
  });

  it("is missing", async () => {
    const { findings } = await render({
      own: { "operation.ts": own["operation.ts"], "operation.presigned.ts": own["operation.presigned.ts"] },
    });
    expect(findings).toEqual(["HD610 - [] no template of `plain` fills the slot `model`"]);
  });
});

describe("a variant", () => {
  const withoutVariant = { "operation.ts": own["operation.ts"], "model.ts": own["model.ts"] };

  it("that no folder has is an error where it is asked for, with the file to create", async () => {
    const { files, findings } = await render({ own: withoutVariant });
    expect(files).toEqual([]);
    expect(findings).toEqual([
      "api.yaml HD611 17:17 [presigned] `plain` has no template `presigned` for operations (create `templates/plain/operation.presigned.ts` and name the folder under `templates` in the configuration)",
    ]);
  });

  it("is not needed by an operation that is gone", async () => {
    const yaml = schema.replace("      template: presigned\n", "      template: presigned\n      removed: v2\n");
    expect((await render({ own: withoutVariant }, { yaml })).findings).toEqual([]);
  });

  it("is looked for in the user's folders", async () => {
    const { findings } = await render({ own: withoutVariant, "my/plain": { "operation.presign.ts": own["operation.presigned.ts"] } });
    expect(findings).toEqual([
      "api.yaml HD611 17:17 [presigned] `plain` has no template `presigned` for operations (did you mean `presign`? Otherwise create `my/plain/operation.presigned.ts`)",
    ]);
  });
});

it("makes no files where two names of a scope meet", async () => {
  const scopes: Target["scopes"] = (model, options) => {
    const [types, operations] = plain.scopes(model, options);
    return types && operations ? [types, { ...operations, claims: operations.claims.map((claim) => ({ ...claim, name: "same" })) }] : [];
  };
  const { files, findings } = await render({ own }, { target: { ...plain, scopes } });
  expect(files).toEqual([]);
  expect(findings).toEqual([
    "api.yaml HD501 15:5 [upload] `same` and `same` would both be called `same` in the operations | `same` is here api.yaml:10:5",
  ]);
});

describe("paths", () => {
  it("that are one file on some systems are refused", async () => {
    const twice = 'export default () => ["Types.txt", "types.txt"].map((path) => ({ path, content: { text: "" } }));\n';
    const { files, findings } = await render({ own: { ...own, "files.ts": twice } });
    expect(files).toEqual([]);
    expect(findings).toEqual([
      "HD502 - [] `Types.txt` and `types.txt` are one file on some systems",
      "HD502 - [] `Types.txt` and `types.txt` are one file on some systems",
    ]);
  });
});
