import { spawnSync } from "node:child_process";
import { utimesSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { disk } from "../../../generator/output/file-system.js";
import { LockedError, withLock } from "../../../generator/output/lock.js";
import { readTree, temporaryFolder, writeTree } from "../../support/temporary-folder.js";

const dead = spawnSync(process.execPath, ["-e", ""]).pid;

function locked(holder: object | string, ageInSeconds = 0): string {
  const folder = temporaryFolder();
  writeTree(folder, { ".heddle.lock": typeof holder === "string" ? holder : JSON.stringify(holder) });
  const then = Date.now() / 1000 - ageInSeconds;
  utimesSync(path.join(folder, ".heddle.lock"), then, then);
  return folder;
}

describe("withLock", () => {
  it("lets go when the action throws", async () => {
    const folder = temporaryFolder();
    const failing = withLock(disk, folder, 0, () => {
      expect(Object.keys(readTree(folder))).toEqual([".heddle.lock"]);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(readTree(folder)).toEqual({});
  });

  it.each<[string, object | string, number]>([
    ["a dead process", { pid: dead, host: os.hostname() }, 0],
    ["our own number from before we were started", { pid: process.pid, host: os.hostname() }, 1e6],
    ["another machine, long ago", { pid: 1, host: "elsewhere" }, 120],
    ["a process that died before it said who it was", "", 5],
  ])("takes over from %s", async (_, holder, age) => {
    const folder = locked(holder, age);
    expect(await withLock(disk, folder, 500, () => "done")).toBe("done");
    expect(readTree(folder)).toEqual({});
  });

  it.each<[string, object | string, number | undefined]>([
    ["a process that lives", { pid: process.ppid, host: os.hostname() }, process.ppid],
    ["another machine", { pid: 1, host: "elsewhere" }, 1],
    ["somebody who has not said who yet", "", undefined],
  ])("gives up on %s, and leaves its lock", async (_, holder, pid) => {
    const folder = locked(holder);
    const error: unknown = await withLock(disk, folder, 20, () => "done").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LockedError);
    expect(error).toMatchObject({ pid });
    expect(Object.keys(readTree(folder))).toEqual([".heddle.lock"]);
  });

  it("waits for a run that ends in time", async () => {
    const folder = locked({ pid: process.ppid, host: os.hostname() });
    setTimeout(() => disk.remove(path.join(folder, ".heddle.lock")), 50);
    expect(await withLock(disk, folder, 5_000, () => "done")).toBe("done");
  });

  it("takes over although the one who was taking over died too", async () => {
    const folder = locked({ pid: dead, host: os.hostname() });
    writeTree(folder, { ".heddle.lock.guard": "1" });
    const then = Date.now() / 1000 - 10;
    utimesSync(path.join(folder, ".heddle.lock.guard"), then, then);
    expect(await withLock(disk, folder, 1_000, () => "done")).toBe("done");
    expect(readTree(folder)).toEqual({});
  });
});
