import { isCode, type Code } from "../code/index.js";
import type { PlannedFile } from "./template.js";
import type { Slot } from "./slots.js";

/** What a template of the slot must return, in words. */
export function expectedOf(slot: Slot): string {
  return slot === "files" ? "a list of files, each with a `path` and a `content`" : "code";
}

/** Whether a template of the slot returned what it must: templates may have been compiled without a check. */
export function isRendered(slot: Slot, value: unknown): value is Code | readonly PlannedFile[] {
  return slot === "files" ? Array.isArray(value) && value.every(isPlannedFile) : isCode(value);
}

function isPlannedFile(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("path" in value) || !("content" in value)) return false;
  return typeof value.path === "string" && (isCode(value.content) || isText(value.content));
}

function isText(value: unknown): boolean {
  return typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";
}

/** What a value is, in words, for somebody who returned it by mistake. */
export function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
