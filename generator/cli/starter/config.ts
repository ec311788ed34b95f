/** What `heddle init` writes as `heddle.config.yaml`. */
export const starterConfig = `# What to generate, and where to. Paths are from this folder.
# yaml-language-server: $schema=./node_modules/heddle/schema/heddle.config.schema.json

# The root document of the schema; it includes the others.
schema: schema/api.yaml

targets:
  typescript:
    out: generated/typescript

    # Templates of your own. They replace or wrap the built-in ones, file by file.
    # templates: [templates/typescript]

    # Modules that change the generated source files.
    # transforms: [transforms/banner.ts]

# Several clients, each with a schema and targets of its own, instead of the two keys above:
# clients:
#   shop:
#     schema: schema/shop/api.yaml
#     targets:
#       typescript: generated/shop
`;
