import { expect, it } from "vitest";
import {
  code,
  delimited,
  fill,
  group,
  hanging,
  ifBreak,
  indent,
  printCode,
  reference,
  references,
  type ModuleSymbol,
} from "../../../generator/code/index.js";

const symbol = (name: string, module: string, space: ModuleSymbol["space"] = "value"): ModuleSymbol => ({ name, module, space });

it("finds every symbol in code, wherever it stands, each once, in an order that does not depend on where", () => {
  const [a, b, c, d] = [symbol("a", "m"), symbol("b", "m", "type"), symbol("c", "a"), symbol("b", "m")].map(
    (each) => [each, reference(each)] as const,
  ) as [
    readonly [ModuleSymbol, ReturnType<typeof reference>],
    readonly [ModuleSymbol, ReturnType<typeof reference>],
    readonly [ModuleSymbol, ReturnType<typeof reference>],
    readonly [ModuleSymbol, ReturnType<typeof reference>],
  ];
  const forms = [
    code`${[d[1], a[1]]} ${c[1]} ${b[1]} ${a[1]}`,
    group(indent([hanging(b[1]), ifBreak(a[1], c[1]), d[1]])),
    [fill([c[1], b[1]], a[1]), delimited([d[1]], { open: undefined, close: undefined, separator: undefined })],
  ];
  for (const form of forms) expect(references(form)).toEqual([c[0], a[0], b[0], d[0]].toSorted((x, y) => order(x, y)));
});

function order(x: ModuleSymbol, y: ModuleSymbol): number {
  const key = ({ module, name, space }: ModuleSymbol): string => [module, name, space].join("\0");
  return key(x) < key(y) ? -1 : 1;
}

it("prints the name that the printing module knows a symbol by", () => {
  const user = symbol("User", "models/user");
  const printed = printCode(code`new ${reference(user)}()`, {
    width: 80,
    local: ({ name, module }) => `${module.replace("/", "_")}_${name}`,
  });
  expect(printed).toBe("new models_user_User()\n");
});
