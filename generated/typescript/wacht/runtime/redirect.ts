import { mayRedirect, type HttpRequest, type Transport } from "./transport.js";

/** `transport` with redirects of GET and HEAD followed, at most three and within the origin (CFG-8). */
export function following(transport: Transport): Transport {
  return async (request) => {
    let response = await transport(request);
    let next: HttpRequest | undefined = request;
    for (let hops = 0; hops < 3; hops++) {
      next = redirected(next, response);
      if (!next) break;
      await response.body?.cancel();
      response = await transport(next);
    }
    return response;
  };
}

/** The request that `response` sends `request` to, if it may be followed. */
function redirected(
  request: HttpRequest,
  { status, headers }: Response,
): HttpRequest | undefined {
  const location = headers.get("location");
  if (
    location === null ||
    !/30[12378]/.test(`${status}`) ||
    !mayRedirect(request) ||
    !URL.canParse(location, request.url)
  )
    return undefined;
  const { origin, href } = new URL(location, request.url);
  return origin === new URL(request.url).origin
    ? { ...request, url: href }
    : undefined;
}
