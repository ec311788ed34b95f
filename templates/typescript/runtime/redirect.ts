import { mayRedirect, type HttpRequest, type Transport } from "./transport.js";

/** `transport` with redirects of GET and HEAD followed, at most three and within the origin (CFG-8). */
export function following(transport: Transport): Transport {
  return async (request) => {
    let next: HttpRequest | undefined = request;
    let response = await transport(request);
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
  response: Response,
): HttpRequest | undefined {
  const location = response.headers.get("location");
  if (
    location === null ||
    ![301, 302, 303, 307, 308].includes(response.status) ||
    !mayRedirect(request.method)
  )
    return undefined;
  try {
    const url = new URL(location, request.url);
    return url.origin === new URL(request.url).origin
      ? { ...request, url: url.href }
      : undefined;
  } catch {
    return undefined;
  }
}
