import { expect, it } from "vitest";
import { rendererOf } from "../../../support/renderer.js";

const render = await rendererOf("rust");

const schema = `
heddle: 1
api: shop
version: "1"
client: { name: Shop, base_url: https://shop.example }
resources:
  orders:
    at: /orders
    list_orders: { http: GET /, query: { code?: string secret, limit?: int32 }, returns: Order, call: builder }
types:
  Order: { id: string, pin?: string secret, voucher?: Voucher }
  Voucher: { code: string }
`;

/** The `Debug` of a type, and what is derived for it. */
function printing(files: ReadonlyMap<string, string>, type: string): readonly (string | undefined)[] {
  const all = [...files].flatMap(([file, text]) => (file.startsWith("src/runtime/") ? [] : [text])).join("\n");
  const [, derived] = new RegExp(String.raw`derive\(([^)]*)\)\](?:\n#\[.*\])*\npub (?:struct|enum) ${type} `).exec(all) ?? [];
  const [, written] = new RegExp(String.raw`impl fmt::Debug for ${type} \{\n.*\n([^]*?)\n    \}\n\}`).exec(all) ?? [];
  return [derived, written?.replace(/\s+/g, " ").trim()];
}

it("prints no secret of a record or a parameter (SEC-1)", () => {
  const { files } = render({ "api.yaml": schema });
  expect(printing(files, "Order")).toEqual([
    "Clone, PartialEq",
    'f.debug_struct("Order") .field("id", &self.id) .field("pin", &format_args!("***")) .field("voucher", &self.voucher) .finish_non_exhaustive()',
  ]);
  expect(printing(files, "ListOrdersOptions")).toEqual([
    "Clone, Default, PartialEq",
    'f.debug_struct("ListOrdersOptions") .field("code", &format_args!("***")) .field("limit", &self.limit) .finish_non_exhaustive()',
  ]);
  expect(printing(files, "Voucher")).toEqual(["Clone, Debug, PartialEq", undefined]);
});
