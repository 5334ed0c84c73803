/** A port that is free now, on loopback. */

import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}

/** Asks `url` until it answers with the status. Throws after `ms`, or as soon as `died` is resolved. */
export async function untilUp(url: string, ms: number, died: Promise<string>, status = 200): Promise<void> {
  const late = Date.now() + ms;
  let over: string | undefined;
  void died.then((why) => {
    over = why;
  });
  while (Date.now() < late) {
    if (over !== undefined) throw new Error(over);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.status === status) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`${url} did not answer in ${ms} ms`);
}
