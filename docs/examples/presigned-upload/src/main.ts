import { createClient } from "./depot/core.js";
import { uploadFileContent } from "./depot/files.js";

const depot = createClient({
  apiKey: "key",
  transport: async ({ method, url }) => {
    console.log(method, url);
    return Response.json({ id: "file_1", upload_url: "data:,here" });
  },
});

globalThis.fetch = async (url, init) => {
  console.log(
    init?.method,
    String(url),
    init?.body instanceof Blob ? await init.body.text() : "",
  );
  return new Response();
};

const content = new Blob(["Hello"]);
const file = await uploadFileContent(
  depot,
  { name: "hello.txt", size: content.size },
  content,
);
console.log(file.id);
