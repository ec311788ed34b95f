// What programs of one kind each take in a bundle, minified and gzipped, and how much of that is the runtime, the codecs in it, and the API.
import { gzipSync } from "node:zlib";
import { bundled } from "./support/client.mjs";

const programs = {
  "one call, core client": `
    import { createClient } from "./core.js";
    import { updateExecutionContext } from "./ai.js";
    const { id } = await updateExecutionContext(createClient({ apiKey: "key" }), "ctx_1").withTitle("Support").send();
    console.log(id);`,
  "one call with a rate limit": `
    import { createClient } from "./core.js";
    import { createExecutionContext } from "./ai.js";
    const { id } = await createExecutionContext(createClient({ apiKey: "key" }), { title: "Support" }).send();
    console.log(id);`,
  "a list, page by page": `
    import { createClient } from "./core.js";
    import { listExecutionContexts } from "./ai.js";
    for await (const { title } of listExecutionContexts(createClient({ apiKey: "key" })).limit(50).items()) console.log(title);`,
  "a stream": `
    import { createClient } from "./core.js";
    import { executeAgent } from "./ai.js";
    const client = createClient({ apiKey: "key" });
    console.log(executeAgent(client, "ctx_1", { agent_name: "bot", type: "stream", message: "Hi" }));`,
  "all of it, by namespaces": `
    import { WachtClient } from "./index.js";
    const { data } = await new WachtClient("key").ai.listExecutionContexts().limit(50).send();
    console.log(data.length);`,
  "everything that is exported": `export * from "./index.js";`,
};

const kB = (bytes) => `${(bytes / 1000).toFixed(2)} kB`.padStart(9);
const gzipped = (text) => gzipSync(text, { level: 9 }).length;

/** Gzipped bytes of a part: its share of the minified ones, by which gzip is shared out. */
function share(inputs, total, isPart) {
  const bytes = Object.entries(inputs).map(([file, { bytesInOutput }]) => [file, bytesInOutput]);
  const all = bytes.reduce((sum, [, size]) => sum + size, 0);
  return (total * bytes.reduce((sum, [file, size]) => sum + (isPart(file) ? size : 0), 0)) / all;
}

console.log(`${"minified and gzipped".padEnd(30)} ${["whole", "runtime", "codecs", "API"].map((each) => each.padStart(9)).join(" ")}`);
for (const [name, program] of Object.entries(programs)) {
  const { text, inputs } = await bundled(program, { minify: true });
  const total = gzipped(text);
  const isCodec = (file) => /runtime\/codecs\//.test(file);
  const isRuntime = (file) => /runtime\//.test(file) && !isCodec(file);
  const parts = [isRuntime, isCodec, (file) => !/runtime\//.test(file)].map((isPart) => share(inputs, total, isPart));
  console.log(`${name.padEnd(30)} ${[total, ...parts].map(kB).join(" ")}`);
}
