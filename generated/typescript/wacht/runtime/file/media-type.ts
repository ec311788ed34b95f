const groups: readonly (readonly [prefix: string, extensions: string])[] = [
  ["text/", "css csv html xml"],
  ["image/", "avif bmp gif heic jpeg png tiff webp"],
  ["audio/", "aac flac ogg wav"],
  ["video/", "mp4 mpeg webm"],
  ["font/", "otf ttf woff woff2"],
  ["application/", "json pdf rtf sql wasm yaml zip"],
];

const others: { readonly [extension: string]: string } = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  doc: "application/msword",
  epub: "application/epub+zip",
  gz: "application/gzip",
  htm: "text/html",
  ics: "text/calendar",
  jpg: "image/jpeg",
  js: "text/javascript",
  jsonl: "application/jsonl",
  m4a: "audio/mp4",
  md: "text/markdown",
  mov: "video/quicktime",
  mp3: "audio/mpeg",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  svg: "image/svg+xml",
  tar: "application/x-tar",
  tif: "image/tiff",
  txt: "text/plain",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  yml: "application/yaml",
};

/** The media type that a file's extension stands for, else `application/octet-stream` (FILE-3). */
export function mediaTypeOf(name: string | undefined): string {
  const extension = /\.(\w+)$/.exec(name ?? "")?.[1]?.toLowerCase() ?? "";
  const group = groups.find(([, each]) => each.split(" ").includes(extension));
  if (group) return group[0] + extension;
  return Object.hasOwn(others, extension)
    ? `${others[extension]}`
    : "application/octet-stream";
}
