/** A language that the same schema is generated in. */
export type Language = "rust" | "typescript";

/**
 * A schema with a text of the author's in every position that takes one. `«position|harmless»` stands for a text, inside of double quotes;
 * `«!position|harmless»` for one that is also inside of the quotes of a type.
 */
const template: Readonly<Record<string, string>> = {
  "api.yaml": `
heddle: 1
api: "«api name|wares»"
version: "«api version|v1»"
doc: "«api doc|Wares.»"
since: "«api since|1»"
include: ["«schema file|more».yaml"]

client:
  name: "«client name|WaresClient»"
  doc: "«client doc|The client.»"
  surface: both
  servers:
    "«server name|live»":
      url: "https://{«server variable|region»}.example.com/«server path|v1»"
      doc: "«server doc|The server.»"
      variables:
        "«server variable|region»": {default: "«variable value|eu»", values: ["«variable value|eu»", us], doc: "«variable doc|Where.»"}
    other: "«server URL|https://other.example.com»"
  env: "«env prefix|WARES»"
  schemes:
    "«scheme name|token»": {bearer: "«credential|api_key»", doc: "«scheme doc|A key.»"}
    signed: {header: sign_key, name: "«auth header|X-Key»"}
    linked: {query: link_key, name: "«auth query|key»"}
    seated: {cookie: seat_key, name: "«auth cookie|sid»"}
  auth: ["«scheme name|token»", signed, linked, seated]
  retry: {override: "«override header|X-Retry»", idempotency_key: {header: "«idempotency header|Idempotency-Key»", methods: [POST, "«idempotency method|PUT»"]}}
  request_id: ["«request id header|x-request-id»"]
  version_header: {"«version header|Wares-Version»": "«version header value|1»"}
  headers: {"«fixed header|X-Fixed»": "«fixed header value|yes»"}

rate_limits:
  "«rate limit|busy»": {doc: "«rate limit doc|Not too often.»", key: ["body.«rate limit key|user»", credential], allow: [10/1s]}

resources:
  "«resource|things»":
    doc: "«resource doc|Things.»"
    at: "/«prefix|things»"
    deprecated: {since: "«resource deprecated since|1»", use: "«resource deprecated use|write_thing»", doc: "«resource deprecated doc|No more.»"}
    since: "«resource since|1»"

    "«operation|list_things»":
      doc: "«operation doc|Lists things.»"
      deprecated: {since: "«operation deprecated since|1»", use: "«operation deprecated use|change_thing»", doc: "«operation deprecated doc|No more.»"}
      since: "«operation since|1»"
      http: "GET /{«path parameter|thing_id»}/«path text|all»"
      path:
        "«path parameter|thing_id»": {$type: string, $doc: "«path parameter doc|A thing.»", $example: "«path parameter example|t1»"}
      query:
        "«query parameter|color»?": {$type: string, $doc: "«query parameter doc|A color.»", $default: "«query parameter default|red»", $since: "«query parameter since|1»"}
        renamed?: {$type: string, $wire: "«query parameter wire|Re-Named»"}
        old?: {$type: string, $deprecated: {since: "«query parameter deprecated since|1»", use: "«query parameter deprecated use|renamed»", doc: "«query parameter deprecated doc|Old.»"}}
        choice?: "\\"«!literal of a parameter|one»\\" | \\"two\\""
      headers:
        "«header parameter|X-Trace»?": {$type: string, $doc: "«header parameter doc|A trace.»"}
        tone?: {$type: string, $wire: "«header parameter wire|X-Tone»"}
      cookies:
        "«cookie parameter|taste»?": {$type: string, $doc: "«cookie parameter doc|A taste.»"}
      returns:
        200: {type: "Page<«type|Thing»>", doc: "«response doc|Things.»", headers: {"«response header|X-Total»?": {$type: string, $doc: "«response header doc|How many.»"}}}
      errors:
        - "«error|Missing»": "«error doc here|Not here.»"
        - "«own error|TooMany»": {status: 422, when: "code = \\"«!error condition|too_many»\\"", doc: "«own error doc|Too many.»"}
      rate_limit: "«rate limit|busy»"
      call: [builder, "«call name|fetch_things»(options)"]
      examples:
        "«example|first»":
          doc: "«example doc|The first.»"
          path: {"«path parameter|thing_id»": "«example path|t1»"}
          query: {"«query parameter|color»": "«example query|red»"}
          response: {data: [{"«field|title»": "«example value|A»", "«type tag field|kind»": "«variant|small»"}]}

    change_thing:
      http: PATCH /change
      body: Changes
      returns: {bytes: "«media type|application/pdf»"}
      call: "builder(«setter prefix|with»_)"
    watch_things:
      http: GET /watch
      query: {mode?: string}
      returns: Happening[]
      stream: {when: "mode = \\"«!stream condition|live»\\"", sse: Happening, end: "«stream end|[DONE]»", error: "«stream error|problem»"}
    write_thing:
      http: POST /write
      body: {json: {type: "«type|Thing»", media: "«json media|application/vnd.thing+json»"}, text: "«text media|text/csv»"}

errors:
  body: Problem
  message: "«message path|message»"
  code: ["«code path|code»"]
  status:
    "«error|Missing»": {status: 404, doc: "«error doc|There is none.»", since: "«error since|1»", deprecated: "«error deprecated doc|Old.»"}
    Broken: "5xx -- «short error doc|It broke.»"

types:
  Problem:
    message: string
    code?: string
    "«message path|text»?": string
  Changes:
    "«updated field|color»?": string | null
  Happening:
    $tag: kind
    $union:
      "«event|created»": {thing: string}
      ended: "-- «short variant doc|It is over.»"
  Page<T>:
    $page: {items: data, next: "«page link|next»", more: more}
    data: T[]
    "«page link|next»?": string
    more?: bool
`,
  "«schema file|more».yaml": `
types:
  "«type|Thing»":
    $doc: "«type doc|A thing.»"
    $deprecated: {since: "«type deprecated since|1»", use: "«type deprecated use|Color»", doc: "«type deprecated doc|No more.»"}
    $since: "«type since|1»"
    "«field|title»": {$type: string, $doc: "«field doc|The title.»", $example: "«field example|A»"}
    renamed?: {$type: string, $wire: "«field wire|Re Named»", $default: "«field default|x»"}
    old?: {$type: string, $deprecated: {since: "«field deprecated since|1»", use: "«field deprecated use|renamed»", doc: "«field deprecated doc|Old.»"}, $since: "«field since|1»"}
    short?: "string = \\"«!short default|x»\\" -- «short field doc|Short.»"
    pattern?: "string(/«pattern|^a»/)"
    literal?: "\\"«!literal|one»\\" | \\"two\\""
    color?: Color
    size?: Size
    id?: ThingId
    scores?: map<int32>
    spared?: {$type: json, $example: {"«example key|k»": "«nested example|v»"}}
    ...kind: Kind
  Color:
    $doc: "«enum doc|Colors.»"
    $enum:
      "«enum value|red»": "«enum value doc|Red.»"
      green: {value: "«enum wire|G»", doc: "«long enum value doc|Green.»", deprecated: {use: "«enum value deprecated use|blue»", doc: "«enum value deprecated doc|Old.»"}, since: "«enum value since|1»"}
      blue: Blue.
  Size:
    $open: string
    $enum: ["«listed enum value|S»", M]
  ThingId:
    $doc: "«alias doc|An id.»"
    $alias: string
    $example: "«alias example|t1»"
  Kind:
    $doc: "«union doc|Kinds.»"
    $tag: "«type tag field|kind»"
    $union:
      "«variant|small»":
        $doc: "«variant doc|Small.»"
        "«variant field|grams»?": {$type: int32, $doc: "«variant field doc|Grams.»"}
      large: {$tag: "«variant wire|LARGE»", boxes?: int32}
  Boxed:
    $placement: external
    $union:
      "«external variant|open»": {lid: bool}
      shut: "-- «empty variant doc|Shut.»"
  Packed:
    $tag: "«adjacent tag|type»"
    $content: "«adjacent content|data»"
    $union:
      "«adjacent variant|box»": {lid: bool}
      bag: string
  Attachment:
    $file: {data: "«file data|content»", name: "«file name|title»"}
    "«file data|content»": bytes
    "«file name|title»?": string
resources:
  packing:
    attach:
      http: POST /attach
      body: Attachment
    pack:
      http: POST /pack
      body: Packed
      returns: Boxed
`,
};

const configs: Readonly<Record<Language, string>> = {
  typescript: `
schema: api.yaml
targets:
  typescript:
    out: out
    validators: zod
    package: {name: "«package name|@wares/client»", version: "«package version|1.2.3»"}
`,
  rust: `
schema: api.yaml
targets:
  rust:
    out: out
    package:
      name: "«package name|wares»"
      version: "«package version|1.2.3»"
      description: "«package description|Wares.»"
      license: "«package license|MIT»"
      repository: "«package repository|https://example.com/wares»"
`,
};

function project(language: Language): Readonly<Record<string, string>> {
  return { ...template, "heddle.config.yaml": configs[language] };
}

/** The names of all positions. */
export function positionsOf(language: Language): readonly string[] {
  const found = Object.entries(project(language))
    .flat()
    .flatMap((text) => Array.from(text.matchAll(/«!?([^|]*)\|[^»]*»/g), ([, name = ""]) => name));
  return [...new Set(found)];
}

/** The schema with other texts in some positions. */
export function schemaWith(texts: ReadonlyMap<string, string>, language: Language): Record<string, string> {
  const file = (text: string): string =>
    text.replace(/«(!?)([^|]*)\|([^»]*)»/g, (_, _quoted: string, position: string, harmless: string) => texts.get(position) ?? harmless);
  const inside = (text: string): string =>
    text.replace(/«(!?)([^|]*)\|([^»]*)»/g, (_, quoted: string, position: string, harmless: string) => {
      const value = texts.get(position) ?? harmless;
      return JSON.stringify(quoted ? value.replace(/[\\"]/g, "\\$&") : value).slice(1, -1);
    });
  return Object.fromEntries(Object.entries(project(language)).map(([name, text]) => [file(name), inside(text)]));
}
