import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { expect, it } from "vitest";
import { startChild } from "../../support/child.ts";
import { startNodeHouse } from "../../support/node-house.ts";
import { until } from "../../support/until.ts";

it("opens, shows its three doors, answers, and ends in order on SIGTERM", async () => {
  const house = await startNodeHouse();
  try {
    const answers = await Promise.all([house.url, `${house.url}/dev/mail`, house.signInUrl].map((url) => fetch(url)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    // The log of a new house is sealed while its doors are open already.
    await until("the first checkpoint", async () => (await fetch(`${house.url}/log/checkpoint`)).status === 200);
    const sheet = /\/assets\/public[^"]+\.css/.exec(await (answers[0] as Response).text())?.[0];
    const asset = await fetch(`${house.url}${sheet}`);
    expect([asset.status, asset.headers.get("Cache-Control")]).toEqual([200, "public, max-age=31536000, immutable"]);
    expect(house.output()).not.toMatch(/fault/);
  } finally {
    await house.stop();
  }
});

it("says in one sentence that the port is taken", async () => {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
  const { port } = taken.address() as AddressInfo;
  try {
    await expect(startNodeHouse({ PORT: String(port) })).rejects.toThrow(`Port ${port} is taken by another program.`);
  } finally {
    taken.close();
  }
});

it("production refuses to start without settings, names them, and ends with 78", async () => {
  const child = startChild(process.execPath, ["src/runtime/node/build.mjs", "server"], { NODE_ENV: "production" });
  const end = await child.died;
  expect(end).toMatch(/ended with 78/);
  expect(child.output()).toMatch(/PUBLIC_URL is missing/);
  await child.stop();
});
