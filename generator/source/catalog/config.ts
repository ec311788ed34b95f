import { error, type Entry } from "./entry.js";

export const config = {
  HD001: error<{ path: string }>({
    message: ({ path }) => `there is no \`${path}\``,
    cause: "Heddle reads what to generate from a configuration, in the folder it is run in unless `--config` names another.",
    fix: "Run `heddle init` to make one, run Heddle in the project's folder, or pass `--config path/to/heddle.config.yaml`.",
  }),
  HD002: error<{ path: string }>({
    message: ({ path }) => `\`${path}\` lies outside of the project`,
    cause:
      "Schemas are read from, and outputs written to, the folder of the configuration, symbolic links followed, so that a schema from elsewhere cannot reach further.",
    fix: "Move it into the project, or name the folder under `allow_outside` in heddle.config.yaml.",
  }),
  HD003: error<{ path: string }>({
    message: ({ path }) => `\`${path}\` is not a path from the folder of the configuration, with \`/\` between its parts`,
    cause: "A configuration is shared by machines whose folders and systems differ.",
    fix: "Write a relative path with forward slashes, such as `generated/client`.",
  }),
  HD004: error<{ out: string; other: string }>({
    message: ({ out, other }) =>
      out === other ? `two targets write to \`${out}\`` : `\`${out}\` lies in \`${other}\`, which another target writes to`,
    cause: "Each target looks after a folder of its own.",
    fix: "Give each target its own `out`, side by side.",
  }),
  HD005: error<{ missing: string }>({
    message: ({ missing }) => `the configuration has no ${missing}`,
    cause: "Heddle needs to know which schema to read and what to make of it.",
    fix: "Write `schema` and `targets`, or several of both under `clients`.",
  }),
  HD006: error({
    message: () => "`schema` and `targets` stand beside `clients`",
    cause: "A project has one client, written at the top, or several, written under `clients`.",
    fix: "Move them under `clients`, under a name.",
  }),
  HD007: error<{ path: string; what: string }>({
    message: ({ path, what }) => `there is no ${what} \`${path}\``,
    cause: "The configuration names a template folder or a transform that does not exist.",
    fix: "Correct the path, which is from the folder of the configuration, or remove it.",
  }),
  HD008: error<{ name: string }>({
    message: ({ name }) => `no target is called \`${name}\``,
    cause: "`--only` takes the name of a client, a language, or both with a `/` between.",
    fix: "Use a name of the configuration.",
  }),
  HD009: error<{ size: string }>({
    message: ({ size }) => `\`${size}\` is not a size`,
    cause: "A limit is a number of bytes, with a unit if it is large.",
    fix: "Write it like `500 kB` or `64 MB`.",
  }),
  HD010: error<{ setting: string; problem: string }>({
    message: ({ setting, problem }) => `the setting \`${setting}\` cannot be used: ${problem}`,
    cause: "The value has the right kind, but the language that is generated cannot work with it.",
    fix: "Look the setting up in the documentation of the target.",
  }),
  HD011: error<{ language: string }>({
    message: ({ language }) => `the language \`${language}\` is not known`,
    cause: "Heddle generates the languages it has a target for.",
    fix: "Correct the spelling, or use a Heddle that has the language.",
  }),
} satisfies Record<`HD0${number}`, Entry<never>>;
