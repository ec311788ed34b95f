import type { BodyType } from "../call/operation.js";

/** A body in another than the first of an operation's media types. */
export class Media<Type extends string, Body> {
  readonly contentType: Type;
  readonly body: Body;

  constructor(contentType: Type, body: Body) {
    this.contentType = contentType;
    this.body = body;
  }
}

/**
 * Says in which of an operation's media types a body is sent.
 *
 * @example
 * await client.orders.order(media("text/csv", file)).send();
 */
export function media<const Type extends string, Body>(
  contentType: Type,
  body: Body,
): Media<Type, Body> {
  return new Media(contentType, body);
}

/** Bodies by media type; the first is what a bare value is sent as. */
export function bodyByMedia(bodies: {
  readonly [contentType: string]: BodyType;
}): BodyType {
  const [first] = Object.values(bodies);
  return {
    write(draft, value, job) {
      if (!(value instanceof Media)) return first?.write(draft, value, job);
      const chosen = Object.hasOwn(bodies, value.contentType)
        ? bodies[value.contentType]
        : undefined;
      if (chosen) return chosen.write(draft, value.body, job);
      draft.path.push("body");
      draft.violate(`must be ${Object.keys(bodies).join(" or ")}`);
      draft.path.length = 0;
    },
  };
}
