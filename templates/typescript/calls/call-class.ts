import { code, type Call, type Code, type Operation } from "heddle/template";
import type { Context } from "../context.js";
import { callTypeArguments, resultType } from "./result.js";
import { eventType, genericOf, onlyStreams } from "./streaming.js";

/** The runtime's class of an operation's calls: what an answer can do beside being given. */
export function callClass(operation: Operation): "Call" | "PageCall" | "DownloadCall" | "EventCall" | "StreamCall" {
  return isDownload(operation) ? "DownloadCall" : directClass(operation);
}

/** The class of calls that are sent at once: there is no choice left of how to take the answer. */
export function directClass(operation: Operation): "Call" | "PageCall" | "EventCall" | "StreamCall" {
  if (operation.stream) return onlyStreams(operation) ? "EventCall" : "StreamCall";
  return operation.paged ? "PageCall" : "Call";
}

/** Whether an operation gives bytes, which can be taken as a file. */
function isDownload({ stream, success: [main] }: Operation): boolean {
  return !stream && main?.content?.kind === "bytes";
}

/** The class with its type arguments, which a builder extends: `PageCall<Page, Item, ListError>`. */
export function callBase(operation: Operation, cx: Context): Code {
  return code`${cx.runtime(callClass(operation))}${cx.typeArguments(callTypeArguments(operation, cx))}`;
}

/** The same as a type; where the argument says what the call gives, the type follows it. */
export function requestCallType(operation: Operation, style: Call, cx: Context): Code {
  const given = genericOf(operation, style, cx);
  const types = callTypeArguments(operation, cx);
  return given
    ? code`${cx.runtimeType("ChosenCall")}${cx.typeArguments([...chosenBy(operation, given.parameter, cx), ...types])}`
    : code`${cx.runtimeType(callClass(operation))}${cx.typeArguments(types)}`;
}

/** The value that decides, and the one that asks for a stream. */
function chosenBy({ stream }: Operation, parameter: Code, cx: Context): readonly Code[] {
  return [parameter, ...(stream?.when ? [cx.literal(stream.when.equals)] : [])];
}

/** What a function gives that sends at once: the call is a promise, or a stream. */
export function directCallType(operation: Operation, style: Call, cx: Context): Code {
  const event = eventType(operation);
  if (event && onlyStreams(operation)) return code`${cx.runtimeType("EventStream")}${cx.typeArguments([event])}`;
  const error = cx.typeName(operation, "error");
  if (event) {
    const parameter = genericOf(operation, style, cx)?.parameter ?? code`unknown`;
    const types = [...chosenBy(operation, parameter, cx), resultType(operation, cx), event, error];
    return code`${cx.runtimeType("ChosenAnswer")}${cx.typeArguments(types)}`;
  }
  const item = cx.paging(operation)?.item;
  const types = [resultType(operation, cx), ...(item ? [item] : []), error];
  return code`${cx.runtimeType(item ? "DirectPageCall" : "DirectCall")}${cx.typeArguments(types)}`;
}

/** The options that a call takes. */
export function callOptions({ paged, stream }: Operation, cx: Context): Code {
  return cx.runtimeType(paged && !stream ? "PageOptions" : "CallOptions");
}
