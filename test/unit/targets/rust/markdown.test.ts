import { describe, expect, it } from "vitest";
import { markdown, phrase } from "../../../../generator/targets/rust/markdown.js";

describe("Markdown in rustdoc", () => {
  it.each([
    ["a [link](crate::runtime)", ["a \\[link\\](crate::runtime)"]],
    ["a \\[link\\]", ["a \\[link\\]"]],
    ["a \\\\[link](x)", ["a \\\\\\[link\\](x)"]],
    ["<b> and \\\\<b>, a < b", ["\\<b> and \\\\\\<b>, a < b"]],
    ["see https://example.com/x.", ["see <https://example.com/x.>"]],
    ["right\u202eto left", ["right\\u{202e}to left"]],
    ["```\nevil();\n```", ["```text", "evil();", "```"]],
    ["```rust\nevil();", ["```text", "evil();", "```"]],
    ["~~~\n```\nevil();\n~~~", ["~~~text", "```", "evil();", "~~~"]],
    ["````\n```\nevil();\n````\nend", ["````text", "```", "evil();", "````", "end"]],
    ["    evil();\n\n    ```\n    evil();\n    ```", ["evil();", "", "\\```", "evil();", "\\```"]],
    ["- ```\n  evil();\n  ```", ["- \\```", "  evil();", "```text", "```"]],
    ["- an item\n  ```\n```\nevil();\n```", ["- an item", "```text", "```", "evil();", "```text", "```"]],
    ["> ~~~\n> evil();", ["> \\~~~", "> evil();"]],
    ["-     evil();\n1.      evil();\n>     evil();", ["- evil();", "1. evil();", "> evil();"]],
    ["- - -     evil();", ["- - - evil();"]],
    ["- an item\n  that goes on\n  - and another", ["- an item", "  that goes on", "  - and another"]],
  ])("%j", (source, wanted) => {
    expect(markdown(source, 88)).toEqual(wanted);
  });

  it("is one line where it is a phrase", () => {
    expect(phrase("a\r\n  b\u2028c")).toBe("a b\\u{2028}c");
  });
});
