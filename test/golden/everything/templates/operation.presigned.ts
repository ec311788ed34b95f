import { blocks, code, type Template } from "heddle/template";

/** An upload that goes elsewhere: the operation as usual, and a function that sends bytes to a URL. */
const operation: Template<"operation"> = (_node, _cx, inherited) =>
  blocks([
    inherited(),
    code`
      /** Sends bytes to a URL that was signed for them. */
      export async function sendTo(url: string, bytes: Blob): Promise<boolean> {
        const { ok } = await fetch(url, { method: "PUT", body: bytes });
        return ok;
      }
    `,
  ]);

export default operation;
