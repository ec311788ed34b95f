import type { ExpectText } from "../scenario/shapes.js";
import { shown } from "./difference.js";

/** A part of a `multipart/form-data` body. */
interface Part {
  readonly name: string | undefined;
  readonly filename: string | undefined;
  readonly type: string | undefined;
  readonly content: Buffer;
}

/** What is wrong with the parts of a body, which have to come in this order. */
export function checkParts(where: string, expected: NonNullable<ExpectText["multipart"]>, body: Buffer, media: string): readonly string[] {
  const [, quoted, plain] = /boundary=(?:"([^"]*)"|([^;]*))/i.exec(media) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return [`${where}: the content type ${shown(media)} has no boundary`];
  const parts = partsOf(body, boundary);
  if (parts.length !== expected.length) {
    return [`${where}: the body has ${parts.length} parts, not ${expected.length}: ${parts.map(({ name }) => name).join(", ")}`];
  }
  return expected.flatMap((wanted, index) => {
    const part = parts[index];
    const what = `${where}: part ${index}`;
    return [
      ...differs(`${what}: the name`, wanted.name, part?.name),
      ...differs(`${what}: the file name`, wanted.filename, part?.filename),
      ...differs(`${what}: the type`, wanted.type, part?.type),
      ...differs(`${what}: the text`, wanted.text, part?.content.toString("utf8")),
      ...differs(`${what}: the content`, wanted.base64, part?.content.toString("base64")),
    ];
  });
}

function partsOf(body: Buffer, boundary: string): readonly Part[] {
  const text = body.toString("latin1");
  const pieces = text.split(`--${boundary}`).slice(1, -1);
  return pieces.map((piece) => {
    const end = piece.indexOf("\r\n\r\n");
    const head = Buffer.from(piece.slice(0, end), "latin1").toString("utf8");
    const content = Buffer.from(piece.slice(end + 4).replace(/\r\n$/, ""), "latin1");
    const field = (name: string): string | undefined => new RegExp(`[; ]${name}="([^"]*)"`).exec(head)?.[1];
    return { name: field("name"), filename: field("filename"), type: /^content-type: *(.*?)\r?$/im.exec(head)?.[1], content };
  });
}

function differs(what: string, expected: string | undefined, actual: string | undefined): readonly string[] {
  return expected === undefined || expected === actual ? [] : [`${what} is ${shown(actual)}, not ${shown(expected)}`];
}
