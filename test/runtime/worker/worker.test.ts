import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { signInForDemo } from "../../../src/runtime/node/welcome.ts";
import { fakeWebhooks, SECRET } from "../../fakes/resend-webhooks.ts";
import { KEY_SET } from "../../support/settings.ts";
import { until } from "../../support/until.ts";
import { startWorkerHouse } from "../../support/worker-house.ts";
import { startWorkerd } from "../../support/workerd.ts";

it("the Worker opens, signs in, seals by its clock, serves its assets and hears its provider", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-worker-"));
  const house = await startWorkerHouse({ folder, keys: KEY_SET });
  try {
    const home = await fetch(house.url);
    expect(home.status).toBe(200);
    const sheet = /\/assets\/public[^"]+\.css/.exec(await home.text())?.[0];
    const asset = await fetch(`${house.url}${sheet}`);
    expect([asset.status, asset.headers.get("Cache-Control")]).toEqual([200, "public, max-age=31536000, immutable"]);
    const entered = await fetch(await signInForDemo(house.deps), {
      method: "POST",
      headers: { Origin: house.url },
      redirect: "manual",
    });
    expect([entered.status, entered.headers.get("Location")]).toEqual([303, "/staff/"]);
    await house.tick();
    const note = await until("the checkpoint", async () => {
      const answer = await fetch(`${house.url}/log/checkpoint`);
      return answer.ok ? answer.text() : undefined;
    });
    expect(note).toMatch(/^localhost:\d+\/log\n\d+\n/);
    const hear = (secret: string) => {
      const hooks = fakeWebhooks({ secret, now: Date.now, url: `${house.url}/webhooks/resend`, to: (r) => fetch(r) });
      const mail = { id: "99999999-9999-4999-8999-999999999999", to: "kads@cits.example", at: Date.now() };
      return hooks.send(hooks.event("email.delivered", mail)).then((answer) => answer.status);
    };
    expect([await hear(house.webhookSecret), await hear(SECRET)]).toEqual([204, 401]);
    const heard = await house.deps.db.client.execute("SELECT type, known FROM provider_event");
    expect(heard.rows.map((row) => ({ ...row }))).toEqual([{ type: "email.delivered", known: 0 }]);
  } finally {
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

it("with settings missing it stays closed, and only the log says why", async () => {
  const settings = { ...KEY_SET, MAILER: "resend", PUBLIC_URL: "https://jaunumi.ministrija.example" };
  const worker = await startWorkerd(settings, { up: { path: "/", status: 503 } });
  try {
    const answer = await fetch(worker.url);
    const text = await answer.text();
    expect([answer.status, /DATABASE_URL/.test(text)]).toEqual([503, false]);
    await until("the log", async () => /DATABASE_URL is missing/.test(worker.output()) || undefined);
  } finally {
    await worker.stop();
  }
});
