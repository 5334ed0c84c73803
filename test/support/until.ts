/** Waits for something that happens by itself, and says what did not happen. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>, ms = 90_000): Promise<T> {
  const late = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > late) throw new Error(`${what} did not happen in ${ms} ms`);
    await new Promise((next) => setTimeout(next, 100));
  }
}
