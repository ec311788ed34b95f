/** Names that mean a device on Windows, with any extension. */
const devices = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** What Heddle keeps in an output folder beside the files it was asked for. */
export const manifestName = ".heddle.json";
export const lockName = ".heddle.lock";
export const workName = ".heddle";

/**
 * Why a path cannot be the name of an output file; undefined if it can. An output path is relative to the output folder, with
 * forward slashes, and means the same file on every system. It may come from a manifest, which anybody may have written.
 */
export function outputPathProblem(path: string): string | undefined {
  if (path === "") return "it is empty";
  if (path.length > 1000) return "it is longer than 1000 characters";
  if (path.startsWith("/") || /^[a-z]:/i.test(path)) return "it is absolute";
  const segments = path.split("/");
  if (segments.includes("..")) return "it leaves the output folder";
  if (segments.some((segment) => segment === "" || segment === ".")) return "it has an empty segment";
  if (/[\\:*?"<>|\u0000-\u001f\u007f]/.test(path)) return "it has a character that file names on Windows cannot have";
  if (segments.some((segment) => /[. ]$/.test(segment))) return "a segment ends in a dot or a space, which Windows drops";
  if (segments.some((segment) => devices.test(segment))) return "a segment is the name of a device on Windows";
  const first = segments[0]?.toLowerCase();
  if (first === manifestName || first === lockName || first === workName) return "Heddle keeps its own records under that name";
  return undefined;
}
