/** Text as it is made, never whole: what a page downloads. Whoever goes away takes no more. */
export function textStream(lines: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(to) {
      let text = "";
      while (text.length < 64 * 1024) {
        const { done, value } = await lines.next();
        if (done) {
          if (text) to.enqueue(encoder.encode(text));
          return to.close();
        }
        text += value;
      }
      to.enqueue(encoder.encode(text));
    },
    async cancel() {
      await lines.return?.();
    },
  });
}
