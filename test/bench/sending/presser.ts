/**
 * Mail services that press "unsubscribe" for their readers while a mailing goes out (RFC 8058): one POST after another at
 * a steady rate, whether the answers come or not, each with the time from its turn to its answer.
 */
export interface Pressing {
  urls: string[];
  perSecond: number;
}

/** Milliseconds of each press, in their order; every answer must be a 200. */
export async function press({ urls, perSecond }: Pressing): Promise<number[]> {
  const began = performance.now();
  return Promise.all(
    urls.map(async (url, i) => {
      const turn = began + (i * 1000) / perSecond;
      await new Promise((done) => setTimeout(done, Math.max(turn - performance.now(), 0)));
      const answer = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "List-Unsubscribe=One-Click",
      });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`a press was answered with ${answer.status}`);
      return performance.now() - turn;
    }),
  );
}
