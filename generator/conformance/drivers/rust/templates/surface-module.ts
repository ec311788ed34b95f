import { blocks, code, join, lines, type Call, type Code, type Model, type Operation, type Param, type TypeRef } from "heddle/template";
import type { RustContext } from "heddle/rust";
import { bodyArgument } from "./body-argument.js";
import { places, type Place } from "./places.js";
import { shower } from "./shower.js";

/**
 * How each call is made in the way that programs make it: with its arguments, then by the builder's setters. All of it is the public
 * surface, so what does not compile here would not compile for a user.
 */
export function surfaceModule(model: Model, cx: RustContext): Code {
  const client = cx.name(model.client);
  const builder = cx.runtime("ClientBuilder");
  return blocks([
    code`use crate::script::{self, Outcome, Refused, Script};`,
    code`
      pub type DrivenClient = ${client};

      pub fn builder() -> ${builder} {
          ${client}::builder()
      }
    `,
    code`
      pub async fn play(client: &${client}, script: &Script) -> Result<Outcome, Refused> {
          match script.call.as_str() {
              ${places(model, cx).map((place) => arm(place, cx))}
              "request" => Ok(Box::pin(script.untyped(client)).await),
              other => Ok(Outcome::unknown_call(other)),
          }
      }
    `,
  ]);
}

function arm(place: Place, cx: RustContext): Code {
  const { name, operation, call, path } = place;
  const byField = call.setters === "body" && cx.bodyFields(operation).length > 0;
  const isBuilder =
    call.style === "builder" ? byField || otherParams(operation).length > 0 : call.style === "request" && otherParams(operation).length > 0;
  const setters = isBuilder ? (byField && call.style === "builder" ? fieldSetters(place, cx) : paramSetters(place, cx)) : [];
  const fills = byField && call.style === "builder";
  const body = fills ? [] : bodyArgument(operation, cx);
  const options = isBuilder || otherParams(operation).length === 0 ? [] : [optionsArgument(operation, call, cx)];
  const required = isBuilder && !fills ? otherParams(operation).filter((param) => param.required) : [];
  const args = [...pathArguments(operation, cx), ...body, ...required.map((param) => paramArgument(param, cx)), ...options];
  const made = code`${path}.${cx.localName(call, "member")}(${join(code`, `, args)})`;
  if (call.style === "direct")
    return code`${cx.literal(name)} => Ok(Box::pin(script.direct(${made}, ${shower(operation, cx)})).await${errorBody(operation, cx)}),`;
  return code`
    ${cx.literal(name)} => {
        let ${setters.length > 0 ? code`mut ` : undefined}call = ${made};
        ${lines(setters)}
        ${played(operation, cx)}
    }
  `;
}

/** What becomes of the call, by the kind of answer. */
function played(operation: Operation, cx: RustContext): Code {
  const show = shower(operation, cx);
  const typed = errorBody(operation, cx);
  if (operation.stream) {
    const event = operation.stream.type ? code`script::shown` : code`script::bytes_shown`;
    return code`Ok(Box::pin(script.streamed(${cx.runtime("StreamCall")}::from(call), ${show}, ${event})).await${typed})`;
  }
  if (operation.success[0]?.content?.kind === "bytes")
    return code`Ok(Box::pin(script.downloaded(${cx.runtime("DownloadCall")}::from(call), ${show})).await${typed})`;
  if (operation.paged) return code`Ok(Box::pin(script.paged(${cx.runtime("PageCall")}::from(call), ${show}, script::shown)).await${typed})`;
  const headers = headerShower(operation, cx);
  if (headers) return code`Ok(Box::pin(script.headed(${cx.runtime("Call")}::from(call), ${show}, ${headers})).await${typed})`;
  return code`Ok(Box::pin(script.once(${cx.runtime("Call")}::from(call), ${show})).await${typed})`;
}

/** `.with_body(..)`: reads the body of an error as programs do, by the operation's own enum. */
function errorBody(operation: Operation, cx: RustContext): Code | undefined {
  const cases = operation.errors.cases.filter(({ removed }) => removed === undefined);
  if (cases.length === 0) return undefined;
  const type = cx.name(operation, "error");
  return code`.with_body(|error| match ${type}::from(error) {
      ${cases.map((error) => code`${type}::${cx.localName(error, "variant")}(found) => found.body.as_ref().map(script::shown),`)}
      _ => None,
  })`;
}

/** What reads the headers that an operation declares, if it does. */
function headerShower(operation: Operation, cx: RustContext): Code | undefined {
  const names = operation.success[0]?.headers.filter(({ removed }) => removed === undefined) ?? [];
  if (names.length === 0) return undefined;
  const type = cx.name(operation, "headers");
  const members = names.map((header) => code`(${cx.literal(header.name)}, script::shown(&headers.${cx.localName(header, "field")})),`);
  return code`|raw| {
      let headers: ${type} = raw.typed_headers()?;
      Ok(script::headers_shown([${members}]))
  }`;
}

function pathArguments(operation: Operation, cx: RustContext): readonly Code[] {
  const params = operation.path.flatMap((part) =>
    part.kind === "param" ? operation.params.filter((param) => param.in === "path" && param.name === part.name) : [],
  );
  return params.map((param) => code`script.path::<${cx.type(param.type)}>(${cx.literal(param.name)})?`);
}

/** All parameters as one value. */
function optionsArgument(operation: Operation, call: Call, cx: RustContext): Code {
  const params = otherParams(operation);
  const required = params.filter((param) => param.required);
  const type = cx.name(operation, "options");
  const made =
    required.length === 0
      ? code`${type}::default()`
      : code`${type}::new(${join(
          code`, `,
          required.map((param) => paramArgument(param, cx)),
        )})`;
  const sets = params.filter((param) => !param.required).map((param) => optionsField(param, cx));
  const isOptional = call.style === "options" && required.length === 0;
  return code`{
    let mut options = ${made};
    ${lines(sets)}
    ${isOptional ? code`Some(options)` : code`options`}
  }`;
}

function optionsField(param: Param, cx: RustContext): Code {
  const canClear = param.type.kind === "nullable";
  const own = param.type.kind === "nullable" ? param.type.of : param.type;
  const value = canClear ? code`${cx.runtime("Nullable")}::Value(value)` : code`Some(value)`;
  return code`
    if let Some(value) = script.given_param::<${cx.type(own)}>(${cx.literal(param.name)}, ${cx.literal(canClear)})? {
        options.${cx.name(param, "field")} = ${value};
    }
  `;
}

function paramArgument(param: Param, cx: RustContext): Code {
  return code`script.param::<${cx.type(param.type)}>(${cx.literal(param.name)})?`;
}

function otherParams(operation: Operation): readonly Param[] {
  return operation.params.filter((param) => param.in !== "path" && param.removed === undefined);
}

function paramSetters({ operation, call }: Place, cx: RustContext): readonly Code[] {
  const optional = otherParams(operation).filter(({ required }) => !required);
  return optional.flatMap((param) => setter(param, param.type, code`param`, param.name, { isRequired: false, isFile: false }, call, cx));
}

function fieldSetters({ operation, call }: Place, cx: RustContext): readonly Code[] {
  const fields = cx.bodyFields(operation).filter(({ field }) => field.removed === undefined);
  return fields.flatMap(({ field, type }) => {
    const holds = { isRequired: field.required, isFile: cx.holdsFiles(field) };
    return setter(field, type, code`field`, field.wire, holds, call, cx);
  });
}

/** Sets what the scenario gives, and clears what it says is null. */
function setter(
  node: object,
  type: TypeRef,
  part: Code,
  key: string,
  { isRequired, isFile }: { readonly isRequired: boolean; readonly isFile: boolean },
  { prefix }: Call,
  cx: RustContext,
): readonly Code[] {
  const canClear = !isRequired && type.kind === "nullable";
  const ref = canClear ? type.of : type;
  const own = isFile ? cx.fileType(ref) : cx.type(ref);
  const place = cx.literal(key);
  const method = cx.localName(node, `setter ${prefix}`.trim());
  const set = code`
    if let Some(value) = script.given_${part}::<${own}>(${place}, ${cx.literal(canClear)})? {
        call = call.${method}(${isFile ? code`script.filled(value)` : code`value`});
    }
  `;
  if (!canClear) return [set];
  const clear = code`
    if script.clears_${part}(${place}) {
        call = call.${cx.localName(node, "clear")}();
    }
  `;
  return [set, clear];
}
