import { splitWords, type ErrorMatch, type Json, type Operation, type TypeRef } from "../../model/index.js";
import { misfits } from "../../resolve/values/wire-values.js";
import { exampleValue, seeded } from "../../values/index.js";
import { withValueAt } from "../fields.js";
import type { Service } from "../service.js";

/** What a service answers when it refuses: its own error body, with the reason where its clients look for it. */
export interface Failure {
  readonly status: number;
  readonly type: TypeRef | undefined;
  readonly body: Json;
}

interface Declared {
  readonly name: string;
  readonly body?: TypeRef;
  readonly when?: { readonly path: string; readonly value: string | number | boolean };
}

/** A failure with a status, in the shape that the operation, else the service, declares for it. */
export function failure(service: Service, operation: Operation | undefined, status: number, message: string): Failure {
  const { errors } = service.model;
  const declared = declaredError(service, operation, status);
  const type = declared?.body ?? errors.body;
  const empty: Json = type ? exampleValue(service.table, type, { random: seeded("error"), optional: false, examples: false }) : {};
  const put = (body: Json, paths: readonly string[], values: readonly Json[]): Json => place(service, type, body, paths, values) ?? body;
  const explained = put(empty, errors.message.length > 0 ? errors.message : ["message"], [message]);
  const coded = put(explained, errors.code, [...(declared ? [splitWords(declared.name).join("_")] : []), status]);
  const body = declared?.when ? put(coded, [declared.when.path], [declared.when.value]) : coded;
  return { status, type, body };
}

/** The value at the first path where the type has room for one of the values; undefined if there is none. */
function place(
  { table }: Service,
  type: TypeRef | undefined,
  body: Json,
  paths: readonly string[],
  values: readonly Json[],
): Json | undefined {
  for (const path of paths) {
    const steps = path.split(".");
    const wanted = type ? table.at(type, steps) : undefined;
    const value = type ? values.find((each) => wanted && misfits(table, wanted, each).length === 0) : values[0];
    const next = value === undefined ? undefined : withValueAt(body, steps, value);
    if (next !== undefined && (!type || misfits(table, type, next).length === 0)) return next;
  }
  return undefined;
}

function declaredError({ model }: Service, operation: Operation | undefined, status: number): Declared | undefined {
  for (const table of [operation?.errors.cases ?? [], model.errors.errors]) {
    const found =
      table.find(({ match }) => match.kind === "status" && match.status === status) ?? table.find(({ match }) => covers(match, status));
    if (found) return found;
  }
  return undefined;
}

function covers(match: ErrorMatch, status: number): boolean {
  return match.kind === "status" ? match.status === status : match.from <= status && status <= match.to;
}

/** Whether a call of the operation can end with this status, by the schema. */
export function declares(operation: Operation, status: number): boolean {
  return (
    operation.success.some((success) => success.status === status) || operation.errors.cases.some(({ match }) => covers(match, status))
  );
}

/** The status for requests that are wrong: 400, unless only 422 is declared. */
export function statusForInvalid(operation: Operation): number {
  return !declares(operation, 400) && declares(operation, 422) ? 422 : 400;
}

/** What somebody may want to see of an operation, for messages: `200, 400, 404, 5xx`. */
export function declaredStatuses(operation: Operation): string {
  const failures = operation.errors.cases.map(({ match }) =>
    match.kind === "status" ? String(match.status) : `${match.from} to ${match.to}`,
  );
  return [...new Set([...operation.success.map(({ status }) => String(status)), ...failures])].join(", ");
}
