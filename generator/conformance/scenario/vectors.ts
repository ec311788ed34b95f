import type { ScenarioText, VectorsText } from "./shapes.js";

/** A scenario that a line of a table of vectors stands for. */
interface Vector {
  readonly name: string;
  readonly text: ScenarioText;
}

/** Vectors of a JSON type as scenarios: each is one line in the file. */
export function vectorsOf(name: string, table: VectorsText): readonly Vector[] {
  const { call, accepts, refuses, sends, rejects = [] } = table;
  const common = { rules: table.rules, applies: table.applies };
  const vector = (kind: string, label: string, text: ScenarioText): Vector => ({
    name: `${name}.${kind}[${label}]`,
    text: { ...common, ...text },
  });
  return [
    ...pairs(accepts).map(([wire, value]) =>
      vector("accepts", wire, { call: { [call]: {} }, exchange: [reply(wire)], outcome: { ok: value } }),
    ),
    ...places(refuses).map(([wire, path]) =>
      vector("refuses", wire, {
        call: { [call]: {} },
        exchange: [reply(wire)],
        outcome: { error: { kind: "Decode", ...(path !== "" && { path }) } },
      }),
    ),
    ...pairs(sends).map(([wire, body]) =>
      vector("sends", wire, {
        call: { [call]: { body } },
        exchange: [{ ...reply(wire), expect: { bytes: wire, headers: { "content-type": "application/json" } } }],
        outcome: {},
      }),
    ),
    ...rejects.map((each) => {
      const [body, ...mentions] = Array.isArray(each) ? (each as unknown[]) : [each];
      const error = { kind: "InvalidArgument", mentions };
      return vector("rejects", JSON.stringify(body), { call: { [call]: { body } }, exchange: [], outcome: { error } });
    }),
  ];
}

function reply(wire: string): NonNullable<Extract<ScenarioText["exchange"], readonly unknown[]>>[number] {
  return { reply: { bytes: wire, headers: { "content-type": "application/json" } } };
}

/** Text on the wire and its value; an item of a list is both. */
function pairs(table: VectorsText["accepts"]): readonly (readonly [wire: string, value: unknown])[] {
  if (!table) return [];
  if (Array.isArray(table)) return table.map((value) => [JSON.stringify(value), value]);
  return Object.entries(table);
}

function places(table: VectorsText["refuses"]): readonly (readonly [wire: string, path: string])[] {
  if (!table) return [];
  if (Array.isArray(table)) return table.map((wire) => [wire, ""]);
  return Object.entries(table);
}
