/** Text of at most `limit` bytes; what follows is not read, and an error ends it early (ERR-2). */
export async function readText(
  { body }: Response,
  limit: number,
): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (let left = limit; reader && left > 0;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value.subarray(0, left), { stream: true });
      left -= value.length;
    }
    await reader?.cancel();
  } catch {
    return text;
  }
  return text + decoder.decode();
}
