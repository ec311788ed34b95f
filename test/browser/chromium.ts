import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

const names = ["chromium", "chromium-browser", "google-chrome"];

/** The browser's command; undefined where there is none. */
export const chromium: string | undefined = names.find((name) => spawnSync(name, ["--version"]).status === 0);

const quiet = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens a page without a window, until the test has finished; with a profile of its own. */
export function open(command: string, url: string): void {
  const profile = mkdtempSync(path.join(tmpdir(), "heddle-chromium-"));
  const browser = spawn(command, [...quiet, `--user-data-dir=${profile}`, url], {
    stdio: "ignore",
    detached: process.platform !== "win32",
  });
  onTestFinished(async () => {
    const ended = new Promise((resolve) => browser.once("exit", resolve));
    if (browser.pid !== undefined && process.platform !== "win32") process.kill(-browser.pid, "SIGKILL");
    else browser.kill("SIGKILL");
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  });
}
