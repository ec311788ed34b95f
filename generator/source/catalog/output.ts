import { error, type Entry } from "./entry.js";

export const output = {
  HD701: error<{ folder: string; reason: string }>({
    message: ({ folder, reason }) => `\`${folder}\` cannot be written: ${reason}`,
    cause:
      "The system refused to create, replace or delete a file of the output. Nothing was changed: all files of an output change together or not at all.",
    fix: "Make the folder writable for you, free some space, or set another `out` in heddle.config.yaml. On Windows, close programs that have the files open.",
  }),
  HD702: error<{ path: string }>({
    message: ({ path }) => `\`${path}\` was edited by hand since Heddle wrote it`,
    cause: "The file is listed in `.heddle.json`, but its content is no longer what Heddle wrote. Writing it would lose the edit.",
    fix: "Move the change to the schema, a template or a file of your own, or run `heddle generate --force` to overwrite it.",
  }),
  HD703: error<{ path: string }>({
    message: ({ path }) => `\`${path}\` exists, and Heddle did not write it`,
    cause: "A file of yours stands where a generated file would go. Whatever `.heddle.json` does not list is yours and is not touched.",
    fix: "Rename or move your file, choose another `out`, or run `heddle generate --force` to overwrite it.",
  }),
  HD704: error<{ path: string; by: string }>({
    message: ({ path, by }) => `\`${path}\` cannot be written, because \`${by}\` is in the way`,
    cause:
      "A folder, a symbolic link or another file stands where the generated file, or a folder it lies in, has to be. Links are never followed.",
    fix: "Move what is in the way, or choose another `out`.",
  }),
  HD705: error<{ path: string; problem: string }>({
    message: ({ path, problem }) => `\`${path}\` is not a record that Heddle wrote: ${problem}`,
    cause:
      "The record of what was generated decides what may be overwritten and deleted, so it is used only if all of it makes sense. Merge conflicts and edits break it.",
    fix: "Restore the file from version control, or delete it: the next run then takes over every file that already has the right content, and names the others.",
  }),
  HD706: error<{ path: string; other: string }>({
    message: ({ path, other }) =>
      path === other
        ? `two generated files are called \`${path}\``
        : `the generated files \`${path}\` and \`${other}\` differ in case only`,
    cause: "On Windows and macOS a file name that differs only in case is the same file, so one of the two would be lost.",
    fix: "Rename one of the schema files, resources or types that the files are named after.",
  }),
  HD707: error<{ path: string; problem: string }>({
    message: ({ path, problem }) => `\`${path}\` cannot be the path of a generated file: ${problem}`,
    cause: "A generated file lies in the output folder, under a name that every system allows.",
    fix: "Change the name in the schema, or in the `files` template that makes the path.",
  }),
  HD708: error<{ folder: string; holder: string }>({
    message: ({ folder, holder }) => `\`${folder}\` is being written by ${holder}`,
    cause: "Two runs at once would mix their files, so one waits for the other, but not forever.",
    fix: "Wait until the other run has ended. If there is none, delete `.heddle.lock` in that folder.",
  }),
  HD709: error<{ folder: string; problem: string }>({
    message: ({ folder, problem }) => `the journal in \`${folder}\` is not one that Heddle wrote: ${problem}`,
    cause:
      "`.heddle/journal.json` exists only while files are replaced, so that an interrupted run can be finished. This one cannot be trusted, and nothing was changed.",
    fix: "Delete the folder `.heddle` in the output folder, restore the output from version control if it is there, and run `heddle generate` again.",
  }),
  HD710: error<{ path: string }>({
    message: ({ path }) => `\`${path}\` was edited after a run was interrupted that was about to replace it`,
    cause: "A run was killed while it replaced files. The next run finishes it, but that would lose the edit.",
    fix: "Keep a copy of your edit elsewhere, and run `heddle generate --force`.",
  }),
  HD711: error<{ folder: string; reason: string }>({
    message: ({ folder, reason }) => `\`${folder}\` is half written, and restoring it failed: ${reason}`,
    cause: "The system refused to replace a file, and then to put back what had already been replaced.",
    fix: "Remove the cause (permissions, space, a program that has the files open) and run `heddle generate` again: it restores the folder by itself.",
  }),
} satisfies Record<`HD7${number}`, Entry<never>>;
