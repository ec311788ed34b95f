import { spawnSync } from "node:child_process";
import path from "node:path";
import { demo } from "./demo.mjs";
import { languageOf } from "./language.mjs";
import { ready } from "./ready.mjs";

const language = languageOf(process.argv.slice(2));
await ready();

const root = path.join(import.meta.dirname, "..");
const heddle = path.join(root, "dist/heddle.js");
const { status } = spawnSync(process.execPath, [heddle, "generate", "--full"], { cwd: root, stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

process.chdir(root);
const failed = await demo(language);
if (failed !== 0) process.exit(failed);

const [folder, program] = language === "rust" ? ["demo/rust", "demo/rust/src/contexts.rs  "] : ["demo", "demo/contexts.ts           "];
console.log(`
That was ${folder}/, with the clients of generated/${language}, against \`heddle mock\`. Try next:

  ${program}    the program that you saw
  npm start -- --lang ${language === "rust" ? "typescript" : "rust      "} the same in another language
  schema/wacht/api.yaml          the schema it is all made from; change it and run npm start again
  npx heddle mock --only wacht   the server, for programs of your own
  npm test                       the tests
  README.md                      the rest`);
