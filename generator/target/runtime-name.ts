/** `cx.runtime(name)` was asked for something that the runtime does not export. Targets throw it; the renderer says where. */
export class UnknownRuntimeName extends Error {
  override readonly name = "UnknownRuntimeName";
  readonly wanted: string;
  readonly known: readonly string[];

  constructor(wanted: string, known: Iterable<string>) {
    super(`the runtime does not export \`${wanted}\``);
    this.wanted = wanted;
    this.known = [...known];
  }
}
