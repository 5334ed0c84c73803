/** A mailing through a mail server that behaves as mail servers do: the engine and the SMTP mailer together. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { createSmtpMailer, type SmtpSettings } from "../../src/runtime/node/smtp/mailer.ts";
import type { Scene } from "../domain/consent/scene.ts";
import { type FakeSmtp, startFakeSmtp } from "../fakes/smtp.ts";
import { imported, sweep } from "./sending.ts";

let server: FakeSmtp;
let scene: Scene;
beforeEach(async () => {
  server = await startFakeSmtp();
});
afterEach(async () => {
  scene.deps.mailer.close?.();
  await server.stop();
});

const MINUTE = 60_000;

async function asked(n: number, settings: Partial<SmtpSettings> = {}): Promise<void> {
  scene = await imported(n);
  Object.assign(scene.deps, { mailer: createSmtpMailer({ url: server.url, silenceMs: 300, ...settings }) });
  await scene.campaign();
}

/** Messages by state, with the reason where there is one. */
async function balance(): Promise<Record<string, number>> {
  const { rows } = await scene.client.execute(
    "SELECT state || coalesce(' ' || reason, '') AS what, count(*) AS n FROM message GROUP BY 1",
  );
  return Object.fromEntries(rows.map((row) => [String(row.what), Number(row.n)]));
}
const arrived = () => server.mails.map((mail) => mail.to.join());
const nobodyTwice = () => expect(new Set(arrived()).size).toBe(arrived().length);

it("each mail has its own end, and one that was put off goes when its time has come", async () => {
  server.behave((to) => {
    if (to.startsWith("cilveks3@")) return { rcpt: "550 5.1.1 no such user" };
    if (to.startsWith("cilveks7@")) return { rcpt: "450 4.2.0 greylisted" };
    if (to.startsWith("cilveks9@")) return { cutAfterData: true };
    return {};
  });
  await asked(60);
  expect(await balance()).toEqual({
    sent: 57,
    planned: 1,
    "failed bounce.address": 1,
    "unknown provider.no_answer": 1,
  });

  server.behave({});
  await sweep(scene, MINUTE);
  expect(arrived()).not.toContain("cilveks7@pasts.example");
  await sweep(scene, 10 * MINUTE);
  expect(await balance()).toEqual({ sent: 58, "failed bounce.address": 1, "unknown provider.no_answer": 1 });
  expect(arrived()).toContain("cilveks7@pasts.example");
  // The one whose answer never came is with the server, and nobody sends it again.
  expect(arrived().filter((to) => to === "cilveks9@pasts.example")).toHaveLength(1);
  nobodyTwice();
});

it("a server that is away for a while costs time and nothing else", async () => {
  server.behave({ greeting: "421 4.3.2 maintenance" });
  await asked(60);
  expect((await balance()).sent).toBeUndefined();
  server.behave({});
  for (let i = 0; i < 4; i++) await sweep(scene, 10 * MINUTE);
  expect(await balance()).toEqual({ sent: 60 });
  expect(arrived()).toHaveLength(60);
  nobodyTwice();
});

it("a password that is wrong keeps every mail and calls a person, and nobody is mailed", async () => {
  await asked(30, { url: server.url.replace("//", "//pieteka:wrong@") });
  expect(await balance()).toEqual({ claimed: 30 });
  const { rows } = await scene.client.execute("SELECT code FROM alert WHERE closed_at IS NULL");
  expect(rows.map((row) => row.code)).toContain("provider.setup");
  expect(arrived()).toEqual([]);
});
