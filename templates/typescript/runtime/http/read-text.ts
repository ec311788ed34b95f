/** At most `limit` characters of a body; what follows is not read, and an error ends it early (ERR-2). */
export async function readText(
  { body }: Response,
  limit: number,
): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    while (reader && text.length < limit) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
    await reader?.cancel();
  } catch {
    // The status says enough.
  }
  return text.slice(0, limit);
}
