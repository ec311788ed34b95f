import { code, type Call, type Code, type Model, type Operation, type Resource } from "heddle/template";
import type { RustContext } from "heddle/rust";

/** A call with what leads to it from a client: `client.ai()`. */
export interface Place {
  /** `ai.list_execution_contexts`. */
  readonly name: string;
  readonly operation: Operation;
  readonly call: Call;
  readonly path: Code;
}

/** Every call that programs can make. */
export function places(model: Model, cx: RustContext): readonly Place[] {
  return below(model.resources, code`client`, cx);
}

function below(resources: readonly Resource[], above: Code, cx: RustContext): readonly Place[] {
  return resources.filter(isLive).flatMap((resource) => {
    const path = code`${above}.${cx.localName(resource, "member")}()`;
    const own = operationsOf(resource).flatMap((operation) =>
      operation.calls.filter(isLive).map((call) => ({ name: nameOf(resource, call), operation, call, path })),
    );
    return [...own, ...below(resource.resources, path, cx)];
  });
}

/** The operation of each call. */
export function callsOf({ resources }: Model): { readonly [call: string]: string } {
  const all = (each: Resource): readonly (readonly [string, string])[] => [
    ...operationsOf(each).flatMap((operation) => operation.calls.map((call) => [nameOf(each, call), operation.id] as const)),
    ...each.resources.flatMap(all),
  ];
  return Object.fromEntries(resources.flatMap(all));
}

function nameOf({ parents, name }: Resource, call: Call): string {
  return [...parents, name, call.name].join(".");
}

/** Answers in parts are nothing that this language reads. */
function operationsOf(resource: Resource): readonly Operation[] {
  return resource.operations.filter((each) => isLive(each) && !each.success.some(({ content }) => content?.kind === "multipart"));
}

function isLive({ removed }: { readonly removed?: unknown }): boolean {
  return removed === undefined;
}
