import { code, type Code, type Operation } from "heddle/template";
import type { Context } from "../context.js";
import { callTypeArguments, resultType } from "./result.js";

/** The runtime's class of an operation's calls: what an answer can do beside being given. */
export function callClass(operation: Operation): "Call" | "PageCall" | "DownloadCall" {
  return isDownload(operation) ? "DownloadCall" : directClass(operation);
}

/** The class of calls that are sent at once: there is no choice left of how to take the answer. */
export function directClass({ paged }: Operation): "Call" | "PageCall" {
  return paged ? "PageCall" : "Call";
}

/** Whether an operation gives bytes, which can be taken as a file. */
function isDownload({ stream, success: [main] }: Operation): boolean {
  return !stream && main?.content?.kind === "bytes";
}

/** The class with its type arguments, which a builder extends: `PageCall<Page, Item, ListError>`. */
export function callBase(operation: Operation, cx: Context): Code {
  return code`${cx.runtime(callClass(operation))}${cx.typeArguments(callTypeArguments(operation, cx))}`;
}

/** The same as a type. */
export function requestCallType(operation: Operation, cx: Context): Code {
  return code`${cx.runtimeType(callClass(operation))}${cx.typeArguments(callTypeArguments(operation, cx))}`;
}

/** What a function gives that sends at once: the call is a promise. */
export function directCallType(operation: Operation, cx: Context): Code {
  const item = cx.paging(operation)?.item;
  const types = [resultType(operation, cx), ...(item ? [item] : []), cx.typeName(operation, "error")];
  return code`${cx.runtimeType(`Direct${directClass(operation)}`)}${cx.typeArguments(types)}`;
}

/** The options that a call takes. */
export function callOptions({ paged }: Operation, cx: Context): Code {
  return cx.runtimeType(paged ? "PageOptions" : "CallOptions");
}
