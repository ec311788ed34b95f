import { slotNames, type Slot } from "./slots.js";

/** What a template file's name says: `operation.presigned.ts` is the variant `presigned` of the slot `operation`. */
export interface TemplateFileName {
  readonly slot: string;
  readonly variant?: string;
}

/** The parts of a file name in a folder of templates; undefined for what is no template: other files, declarations, folders. */
export function parseTemplateFileName(name: string): TemplateFileName | undefined {
  const match = /^([^.]+)(?:\.(.+))?\.[jt]s$/.exec(name);
  if (!match || name.endsWith(".d.ts")) return undefined;
  const [, slot = "", variant] = match;
  return { slot, ...(variant !== undefined && { variant }) };
}

export function isSlot(name: string): name is Slot {
  return (slotNames as readonly string[]).includes(name);
}

/** Only an operation says which variant it wants. */
export function hasVariants(slot: Slot): boolean {
  return slot === "operation";
}
