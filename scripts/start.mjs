import { spawnSync } from "node:child_process";
import path from "node:path";
import { demo } from "./demo.mjs";
import { ready } from "./ready.mjs";

await ready();

const root = path.join(import.meta.dirname, "..");
const heddle = path.join(root, "dist/heddle.js");
const { status } = spawnSync(process.execPath, [heddle, "generate", "--full"], { cwd: root, stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

process.chdir(root);
await demo();

console.log(`
That was demo/, with the clients of generated/typescript, against \`heddle mock\`. Try next:

  demo/contexts.ts               the program that you saw
  schema/wacht/api.yaml          the schema it is all made from; change it and run npm start again
  npx heddle mock --only wacht   the server, for programs of your own
  npm test                       the tests
  README.md                      the rest`);
