import { blocks, code, type Template } from "heddle/template";

/** Asks for a place, then puts the content there: beside the ordinary functions, one that does both. */
const presigned: Template<"operation"> = (operation, cx, inherited) => {
  const [call] = operation.calls;
  const [content] = operation.body?.contents ?? [];
  const [success] = operation.success;
  if (!call || !content || !success?.content)
    throw new Error(
      "a presigned upload has a body and returns where to put the content",
    );
  const ask = cx.name(call, "function");
  const upload = code`
    ${cx.doc({ doc: `${operation.doc ?? ""} Sends its content, too.`.trim() })}
    export async function ${ask}Content(
      client: ${cx.runtime("Client")},
      body: ${cx.type(content.type, "request")},
      content: Blob,
    ): Promise<${cx.type(success.content.type, "response")}> {
      const upload = await ${ask}(client, body).send();
      const answer = await fetch(upload.upload_url, {
        method: "PUT",
        body: content,
      });
      if (!answer.ok) throw new Error(${cx.literal(`${operation.id}: the content was refused`)});
      return upload;
    }
  `;
  return blocks([inherited(), upload]);
};

export default presigned;
