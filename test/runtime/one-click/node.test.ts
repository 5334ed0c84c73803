import { createClient } from "@libsql/client";
import { expect, it } from "vitest";
import { ask } from "../../support/ask.ts";
import { startNodeHouse } from "../../support/node-house.ts";
import { mailPeople } from "../../support/one-click-mailed.ts";
import { oneClickMatrix, PEOPLE } from "../../support/one-click-matrix.ts";
import { KEY_SET } from "../../support/settings.ts";

const house = oneClickMatrix(async () => {
  const node = await startNodeHouse({ ...KEY_SET });
  const databaseUrl = `file:${node.file}`;
  const client = createClient({ url: databaseUrl, timeout: 20_000 });
  const people = await mailPeople(client, databaseUrl, PEOPLE);
  const stop = async () => {
    client.close();
    await node.stop();
  };
  return { url: node.url, people, stop };
});

it("while another process holds the file it says 503, and the next try is heard", async () => {
  const { url, people } = house();
  const who = people.next();
  const press = () => ask(`${url}/u/${who.token}`, { body: "List-Unsubscribe=One-Click" });
  const lock = await people.client.transaction("write");
  try {
    const answer = await press();
    expect([answer.status, answer.body]).toEqual([503, ""]);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  } finally {
    await lock.rollback();
  }
  expect((await people.standing(who)).addresses).toBe(1);
  expect((await press()).status).toBe(200);
  expect(await people.standing(who)).toMatchObject({ addresses: 0, subscription: "ended" });
});
