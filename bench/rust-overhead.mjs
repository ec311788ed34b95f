// What a call through the generated Rust client costs beside bare reqwest with the same request to the same loopback server, in turns.
import { spawnSync } from "node:child_process";
import { compiled } from "./support/cargo.mjs";
import { loopback } from "./support/loopback.mjs";
import { show } from "./support/statistics.mjs";

const calls = Number(process.argv[2] ?? 10_000);
const limit = 1.15;
const program = compiled();
if (program) {
  const { origin, stop } = await loopback();
  const { stdout, status } = spawnSync(program, [origin, String(calls)], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  stop();
  if (status !== 0) process.exit(1);
  const { own, plain } = JSON.parse(stdout);
  show("bare reqwest, median", `${(plain / 1000).toFixed(1)} µs`);
  show("generated client, median", `${(own / 1000).toFixed(1)} µs`, `${calls} calls of each, in turns`);
  show("ratio", (own / plain).toFixed(3), `limit ${limit}`);
  if (own / plain > limit) process.exitCode = 1;
}
