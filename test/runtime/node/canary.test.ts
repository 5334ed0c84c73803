import { createClient } from "@libsql/client";
import { expect, it, onTestFinished } from "vitest";
import { saying, startSpitefulService } from "../../fakes/spiteful.ts";
import { betrays, CANARY } from "../../support/canary.ts";
import { startChild } from "../../support/child.ts";
import { submit } from "../../support/forms.ts";
import { startNodeHouse } from "../../support/node-house.ts";
import { type Browser, browserOf } from "../../support/people.ts";
import { GROUND } from "../../support/ready.ts";
import { KEY_SET } from "../../support/settings.ts";
import { until } from "../../support/until.ts";
import type { World } from "../../support/world.ts";

/** A house in a process of its own, over a mail service that repeats all it is told, and a browser in front of it. */
async function house() {
  const service = await startSpitefulService();
  onTestFinished(service.stop);
  const env = { ...KEY_SET, MAILER: "resend", RESEND_API_KEY: "re_fake", RESEND_BASE_URL: service.url };
  const node = await startNodeHouse(env);
  onTestFinished(node.stop);
  const far = {
    request: (path: string, init?: RequestInit) => fetch(new URL(path, node.url), { ...init, redirect: "manual" }),
    deps: { config: { publicUrl: node.url } },
  } as unknown as World;
  const client = createClient({ url: `file:${node.file}` });
  onTestFinished(() => client.close());
  return { service, node, env, browser: () => browserOf(far), client };
}

const lines = (desk: Browser, path: string, typed: Record<string, string | File>, to: RegExp) =>
  submit(desk, path, typed, to);

it("a running house says nothing of him, on either of its outputs, whatever the mail service says", async () => {
  const { service, node, browser, client } = await house();
  const desk = browser();
  expect((await desk.post(new URL(node.signInUrl).pathname, {})).status).toBe(303);
  const found = async (sql: string) => (await client.execute(sql)).rows;
  const list = String((await found("SELECT id FROM list WHERE slug = 'nedelas-apskats'"))[0]?.id);
  const file = new File([`E-pasts;Vārds\r\n${CANARY.address};${CANARY.name}\r\n${CANARY.name};x\r\n`], "saraksts.csv");
  const claim = { list, source: "Saraksts", since: "2021-03-01", basis: "consent", origin: "themselves", proof: "" };
  const checked = await lines(desk, "/staff/imports/new", { ...claim, file }, /imports$/);
  const brought = checked.headers.get("Location") as string;
  await lines(desk, brought, {}, /\/run$/);
  const his = brought.match(/[0-9a-f-]{36}/)?.[0];
  await until("the import", async () => (await found(`SELECT 1 FROM import WHERE id='${his}' AND state='done'`))[0]);
  const created = await lines(desk, "/staff/mailings/new", { listId: list, title: "Vai turpināt?" }, /new/);
  const mailing = created.headers.get("Location")?.match(/[0-9a-f-]{36}/)?.[0];
  const path = `/staff/mailings/${mailing}`;
  const deadlineDay = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await lines(desk, `${path}/edit`, { deadlineDay, ...GROUND }, /edit/);
  const writtenDay = new Date().toISOString().slice(0, 10);
  await lines(desk, `${path}/review`, { verdict: "agrees", text: "Iebildumu nav.", writtenDay }, /opinion/);
  service.answer(saying(422, CANARY.address));
  await lines(desk, `${path}/send`, {}, /send/);
  const refused = `SELECT 1 FROM message WHERE mailing_id='${mailing}' AND state='failed'`;
  await until("the refusal", async () => (await found(refused))[0]);

  service.answer(saying(401));
  const reader = browser();
  const own = `/subscribe?list=${list}`;
  const form = /name="form" value="([0-9a-f]{64})"/.exec(await (await reader.get(own)).text())?.[1] ?? "";
  const asked = service.asked;
  await reader.post(own, { email: `x${CANARY.address}`, list, form, language: "lv", website: "" });
  await until("the sign-up's mail", async () => service.asked > asked);
  expect((await desk.post("/staff/people", { address: CANARY.address, why: "asked" })).status).toBe(200);
  await client.execute("ALTER TABLE subscription RENAME COLUMN list_id TO kanarijputns");
  for (const page of [path, "/", "/staff/", `/u/${"Ab0_".repeat(18).slice(0, 71)}`]) await desk.get(page);
  expect((await desk.post("/staff/people", { address: CANARY.address, why: "asked" })).status).toBe(500);
  await until("the fault's line", async () => node.output().includes('"fault"'));
  expect(node.output()).toContain('"hand-over"');
  expect(
    node
      .output()
      .split("\n")
      .filter((line) => betrays(line)),
  ).toEqual([]);
});

it("the command line repeats him only where it was asked to show him", async () => {
  const { env, node } = await house();
  const run = async (words: string[], more: Record<string, string> = {}) => {
    const child = startChild(process.execPath, [".build/cli.js", ...words], {
      NODE_ENV: "development",
      PUBLIC_URL: node.url,
      DATABASE_URL: `file:${node.file}`,
      ...env,
      ...more,
    });
    await child.died;
    await child.stop();
    return child.output();
  };
  const { address, name } = CANARY;
  const said = [
    await run(["withdraw", address, "--how", "phone", "--everything"]),
    await run(["withdraw", address.replace("@", " "), "--how", "phone", "--everything"]),
    await run(["withdraw", address, "--how", "phone", "--list", address]),
    await run(["look-up", `${address} ${address}`]),
    await run([address]),
    await run(["campaign", address]),
    await run([
      "import",
      `${address}.csv`,
      "--list",
      "nedelas-apskats",
      "--source",
      "x",
      "--since",
      "2021-03-01",
      "--basis",
      "consent",
    ]),
    await run(["withdraw", address, "--how", "phone", "--everything", "--json"], {
      DATABASE_URL: "http://127.0.0.1:1",
    }),
    await run(["look-up", address], { TAG_KEYS: address }),
    await run(["invite", address, name, "--role", name]),
  ];
  for (const output of said) {
    expect(output).not.toBe("");
    expect([output, betrays(output)]).toEqual([output, false]);
  }
  expect(await run(["look-up", address])).toContain("Left: everything");
});
