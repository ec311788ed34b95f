import { percentEncode } from "./percent-encoding.js";
import { nested } from "./nested-pairs.js";
import type { QueryStyle } from "./query.js";

const joined =
  (separator: string): QueryStyle =>
  (name, value, draft) => {
    const items = [value].flat();
    const texts = items.map((item) => percentEncode(`${item}`, draft));
    return items.length > 0 ? [`${name}=${texts.join(separator)}`] : [];
  };

/** `a=1,2`: the items are encoded, the commas are literal (ENC-5). */
export const comma: QueryStyle = /* @__PURE__ */ joined(",");

/** `a=1%7C2` (ENC-5). */
export const pipe: QueryStyle = /* @__PURE__ */ joined("%7C");

/** `a=1%202` (ENC-5). */
export const space: QueryStyle = /* @__PURE__ */ joined("%20");

/** `a[]=1&a[]=2` (ENC-5). */
export const brackets: QueryStyle = (name, value, draft) =>
  [value].flat().map((item) => `${name}[]=${percentEncode(`${item}`, draft)}`);

/** `a[0]=1&a[1]=2` (ENC-5). */
export const indices: QueryStyle = (name, value, draft) =>
  [value]
    .flat()
    .map(
      (item, index) => `${name}[${index}]=${percentEncode(`${item}`, draft)}`,
    );

/** `a[b]=1&a[c][d]=2`, the brackets literal; null members are left out (ENC-5). */
export const deep: QueryStyle = (name, value, draft) =>
  nested(name, value, draft, percentEncode);

/** The value as JSON: `a=%7B%22b%22%3A1%7D` (ENC-5). */
export const asJson: QueryStyle = (name, value, draft) => [
  `${name}=${percentEncode((draft.stringify ?? JSON.stringify)(value), draft)}`,
];
