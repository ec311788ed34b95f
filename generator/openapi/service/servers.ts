import type { ServerDeclaration } from "../../syntax/document.js";
import type { Cx } from "../cx.js";
import { descriptionOf } from "../description.js";
import { Names, snake, wordsOf } from "../names/words.js";
import type { Cursor } from "../source/cursor.js";

/** The servers that have a URL of their own, under names made of their descriptions or hosts. */
export function serversOf(cx: Cx): readonly ServerDeclaration[] {
  const names = new Names();
  const servers = (cx.root.get("servers")?.items() ?? []).flatMap((server): readonly ServerDeclaration[] => {
    const url = (server.text("url") ?? "").trim().replace(/\/$/, "");
    const variables = variablesOf(server, url);
    const filled = url.replace(
      /\{([^{}]*)\}/g,
      (_, name: string) => variables.find((variable) => variable.name.value === name)?.default.value ?? "{}",
    );
    if (!isBase(filled)) {
      cx.notes.add("server-url", server);
      return [];
    }
    const words = wordsOf(server.text("description") ?? "");
    const name = names.take(words.length > 0 && words.length <= 3 ? snake(words) : "server");
    return [{ name: server.as(name), url: server.as(url), variables, description: descriptionOf(server) }];
  });
  const [only, second] = servers;
  return only && !second && only.variables.length === 0
    ? [{ ...only, name: { ...only.name, value: "default" }, description: {} }]
    : servers;
}

function isBase(url: string): boolean {
  if (!/^https?:\/\/[^\s\\<>"`{}|^?#@]+$/i.test(url) || !URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username === "" && password === "";
}

function variablesOf(server: Cursor, url: string): ServerDeclaration["variables"] {
  return (server.get("variables")?.entries() ?? []).flatMap((variable) => {
    const fallback = variable.raw("default");
    if (!url.includes(`{${variable.key}}`) || !/^[A-Za-z][A-Za-z0-9_]*$/.test(variable.key) || fallback === undefined) return [];
    const values = (variable.get("enum")?.items() ?? []).map((item) => item.as(String(item.value)));
    const isListed = values.some(({ value }) => value === String(fallback));
    return [
      {
        name: variable.as(variable.key),
        default: variable.as(String(fallback)),
        values: isListed ? values : [],
        description: descriptionOf(variable),
      },
    ];
  });
}
