import type { Transport } from "./transport.js";

/** `transport` with redirects followed, at most three and within the origin (CFG-8). */
export function sameOrigin(transport: Transport): Transport {
  return async (request) => {
    let url = request.url;
    for (let hops = 0; ; hops++) {
      const response = await transport({ ...request, url });
      const next = hops < 3 && targetOf(response, url);
      if (!next) return response;
      // A body that broke says so here; nobody needed it.
      await response.body?.cancel().catch(() => {});
      url = next;
    }
  };
}

/** Where `response` sends the request for `url` to, if that is of the same origin. */
function targetOf(response: Response, url: string): string | undefined {
  const location = response.headers.get("location");
  if (
    location === null ||
    !/30[12378]/.test(`${response.status}`) ||
    !URL.canParse(location, url)
  )
    return undefined;
  const target = new URL(location, url);
  return target.origin === new URL(url).origin ? target.href : undefined;
}
