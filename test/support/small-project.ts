import { temporaryFolder, writeTree } from "./temporary-folder.js";

/** A schema with one operation and two files, so that an output has several modules. */
export const smallSchema: Readonly<Record<string, string>> = {
  "schema/api.yaml": `heddle: 1
api: pets
include: [pet.yaml]
client: { name: PetsClient, base_url: https://pets.example.com, auth: { bearer: api_key } }
resources:
  pets:
    at: /pets
    get_pet:
      http: GET /{pet_id}
      path: { pet_id: string }
      returns: Pet
errors:
  status:
    NotFound: 404 -- No such pet
`,
  "schema/pet.yaml": `types:
  Pet:
    name: string -- What it is called
    age?: int32
`,
};

/** A project of its own for one test. */
export function smallProject(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  writeTree(folder, { "heddle.config.yaml": "schema: schema/api.yaml\ntargets:\n  typescript: out\n", ...smallSchema, ...files });
  return folder;
}
