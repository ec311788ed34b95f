import { allResources, blocks, code, lines, type Code, type TypeDef } from "heddle/template";
import type { Context } from "../context.js";
import { guide } from "../package/guide.js";
import { useTree } from "../layout/use-tree.js";

/** The root of the crate: what programs name. */
export function rootModule(cx: Context): Code {
  const { client } = cx.model;
  const clients = [cx.localName(client), ...(client.surface === "client" ? [] : [code`init`])];
  return blocks([
    cx.guide(guide(cx)),
    code`#![forbid(unsafe_code)]`,
    lines([
      code`pub mod api;`,
      code`mod client;`,
      code`mod errors;`,
      code`pub mod models;`,
      code`#[doc(hidden)]`,
      code`pub mod runtime;`,
      code`mod service;`,
    ]),
    lines([
      code`pub use ${useTree(code`client`, clients)};`,
      code`pub use errors::ErrorKind;`,
      code`#[cfg(feature = "testing")]`,
      code`pub use runtime::testing;`,
      code`pub use ${useTree(
        code`runtime`,
        exported.map((name) => cx.identifier(name)),
      )};`,
    ]),
    cx.options["package"] === undefined ? undefined : readmeTest,
  ]);
}

/** `cargo test` compiles what the README shows. */
const readmeTest = lines([code`#[cfg(doctest)]`, code`#[doc = include_str!("../README.md")]`, code`struct Readme;`]);

/** What of the runtime programs name. */
const exported = (
  "ApiDetails ApiError AuthError Base64 Base64Url BoxError BoxFuture ByteStream Call CallContext CallEvent CallId CallOptions Client " +
  "ClientBuilder ClientOptions Clock ConfigError Credential Date DateTime Decimal DecimalNumber DecodeError Download DownloadCall Either Error EventStream " +
  "FailureKind FileInput Hex HttpBody HttpRequest HttpResponse InvalidRequest InvalidValue IsoDuration Items LocalRateLimit LogLevel MiddlewareError " +
  "Millis Moment Next Nullable Outcome PageCall Pages Phase Quoted Random RateLimitMode RateLimitStatus RawResponse ReqwestTransport " +
  "Result Retry Seconds StreamCall Time Timeouts Token Transport TransportError TransportFailure UnixMillis UnixSeconds " +
  "UnknownVariant UntypedCall Url Uuid Violation"
).split(" ");

/** The module of all types. */
export function modelsModule(cx: Context): Code {
  const types = cx.model.types.filter(({ removed }) => removed === undefined);
  const modules = [...new Set(types.map((type: TypeDef) => cx.moduleName(type)))].sort();
  return blocks([
    cx.moduleDoc({ doc: "The types of the schema." }),
    lines(modules.map((name) => code`mod ${cx.identifier(name)};`)),
    lines(modules.map((name) => code`pub use ${cx.identifier(name)}::*;`)),
  ]);
}

/** The module of all operations. */
export function apiModule(cx: Context): Code {
  const present = allResources(cx.model.resources).filter(({ removed }) => removed === undefined);
  const resources = present.toSorted((a, b) => (cx.moduleName(a) < cx.moduleName(b) ? -1 : 1));
  return blocks([
    cx.moduleDoc({ doc: "The operations of the schema." }),
    lines(
      resources.map((resource) =>
        lines([
          cx.doc({ doc: resource.doc ?? `The operations of \`${resource.name}\`.` }),
          code`pub mod ${cx.identifier(cx.moduleName(resource))};`,
        ]),
      ),
    ),
  ]);
}
