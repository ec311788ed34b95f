import type { BodyType } from "../call/operation.js";
import { checkFile, sendPieces } from "./file-body.js";
import { sourceOf } from "./file-source.js";

/** A body that is a file as it is; `media` is its type unless the caller names another. */
export function bytesBody(
  media: string = "application/octet-stream",
): BodyType {
  return {
    write(draft, value) {
      if (value === undefined) return;
      draft.path.push("body");
      const file = sourceOf(value);
      if (!file) draft.fail("file", value);
      else {
        const type = namedType(value) ?? media;
        checkFile(draft, { ...file, type });
        sendPieces(draft, [{ piece: file.content, size: file.size }], type);
      }
      draft.path.length = 0;
    },
  };
}

/** The type that a caller has written down, as opposed to what a `Blob` happens to carry. */
function namedType(value: unknown): string | undefined {
  const { content, type } = Object(value) as {
    content?: unknown;
    type?: unknown;
  };
  return content && typeof type === "string" ? type : undefined;
}
