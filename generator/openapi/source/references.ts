import type { Report } from "../../source/report.js";
import { Cursor } from "./cursor.js";

/** Follows `$ref`s within the document. What leads elsewhere is refused: a document must not make Heddle read files or the network. */
export class References {
  readonly #root: Cursor;
  readonly #report: Report;
  readonly #targets = new Map<string, Cursor | undefined>();

  constructor(root: Cursor, report: Report) {
    this.#root = root;
    this.#report = report;
  }

  /** What the cursor stands for: itself, or what its `$ref`s lead to; undefined, and reported, if they lead nowhere. */
  follow(cursor: Cursor): Cursor | undefined {
    const seen = new Set<string>();
    let at: Cursor | undefined = cursor;
    for (;;) {
      const ref: string | undefined = at?.text("$ref");
      if (ref === undefined || !at) return at;
      if (seen.has(ref)) {
        this.#report.add("HD904", cursor.get("$ref")?.span, { ref });
        return undefined;
      }
      seen.add(ref);
      at = this.#target(ref, at);
    }
  }

  /** What one `$ref` names, itself perhaps a `$ref`. */
  step(cursor: Cursor): Cursor | undefined {
    const ref = cursor.text("$ref");
    return ref === undefined ? cursor : this.#target(ref, cursor);
  }

  #target(ref: string, from: Cursor): Cursor | undefined {
    if (this.#targets.has(ref)) return this.#targets.get(ref);
    const found = this.#find(ref, from);
    this.#targets.set(ref, found);
    return found;
  }

  #find(ref: string, from: Cursor): Cursor | undefined {
    const span = from.get("$ref")?.span;
    if (!ref.startsWith("#")) {
      this.#report.add("HD902", span, { ref });
      return undefined;
    }
    let at: Cursor | undefined = this.#root;
    for (const step of ref.slice(1).split("/").slice(1)) at = at?.get(decodeStep(step));
    if (!at) this.#report.add("HD903", span, { ref });
    return at;
  }
}

/** A step of a JSON Pointer in a URI fragment: percent-encoding, then `~1` and `~0`. */
function decodeStep(step: string): string {
  return decodePercents(step).replaceAll("~1", "/").replaceAll("~0", "~");
}

function decodePercents(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
