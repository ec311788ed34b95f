import type { Args, Code } from "../source/catalog/index.js";
import type { Report } from "../source/report.js";
import type { Excerpt } from "./excerpt.js";

/** Why a text could not be read; ends the reading of this text only. */
export class Failure extends Error {
  readonly report: (report: Report) => void;

  constructor(report: (report: Report) => void) {
    super("unreadable text");
    this.report = report;
  }
}

/** A place in an excerpt that moves forward. */
export class Scanner {
  readonly source: Excerpt;
  at: number;

  constructor(source: Excerpt, at = 0) {
    this.source = source;
    this.at = at;
  }

  get text(): string {
    return this.source.text;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  skipSpace(): void {
    this.match(/\s+/y);
  }

  /** Takes what a sticky pattern matches here. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  /** Takes a piece of text if it stands here, after white space. */
  take(text: string): boolean {
    this.skipSpace();
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** The characters ahead up to white space, for messages. */
  ahead(): string {
    const found = /\s*(\S{1,30})/y;
    found.lastIndex = this.at;
    return found.exec(this.text)?.[1] ?? "";
  }

  /** A failure at `from`, up to `to` or the next white space. */
  failure<C extends Code>(code: C, args: Args<C>, from: number, to?: number, hint?: string): Failure {
    const end = to ?? from + Math.max(1, /^\S*/.exec(this.text.slice(from, from + 200))?.[0].length ?? 1);
    const span =
      from >= this.text.length ? this.source.span(Math.max(0, this.text.length - 1), this.text.length) : this.source.span(from, end);
    return new Failure((report) => report.add(code, span, args, { hint }));
  }
}
