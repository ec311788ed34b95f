import { ToWire } from "../../../logical/to-wire.js";
import type { Bag } from "../../../logical/types.js";

/** Files travel beside the arguments: in them stands which one it is, as the bytes of a file that is there already. */
export class FileWire extends ToWire {
  readonly files: unknown[] = [];

  protected override file({ $file: file }: Bag): unknown {
    const number = this.files.push(file) - 1;
    return Buffer.from(`heddle-file:${number}`).toString("base64");
  }
}
