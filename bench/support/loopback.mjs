// Starts the loopback server; gives its origin. It ends with this process, because its standard input does.
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

export async function loopback() {
  const server = spawn(process.execPath, [path.join(import.meta.dirname, "server.mjs")], { stdio: ["pipe", "pipe", "inherit"] });
  const [port] = await once(server.stdout, "data");
  server.unref();
  server.stdin.unref();
  server.stdout.unref();
  return { origin: `http://127.0.0.1:${String(port).trim()}`, stop: () => server.kill() };
}
