/**
 * The desk when something is wrong, in a real browser: a mailing that stands, one cancelled, what nobody knows, held addresses,
 * failed work, who is told. Every page seen by axe and at the width of a phone; SCREENSHOTS keeps pictures (support/see.ts).
 */
import { afterAll, expect, it } from "vitest";
import type { MailOutcome } from "../../src/deps.ts";
import { raiseWrite } from "../../src/domain/alerts/store.ts";
import { standStill } from "../../src/domain/campaigns/stand-still.ts";
import { commit } from "../../src/domain/commit.ts";
import { recordDeadLetter } from "../../src/domain/dead-letters/record.ts";
import { stage } from "../http/staff/campaigns/stage.ts";
import { closeBrowser } from "../support/browser.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";

afterAll(closeBrowser);

/** Four of which nobody knows, three refused for what we are, the rest for what they are. */
const mixed = (n: number): MailOutcome =>
  n < 4
    ? { outcome: "unknown", code: "provider.no_answer" }
    : { outcome: "refused", code: n < 7 ? "bounce.policy" : "provider.invalid" };

it("every page of trouble can be read and pressed", async () => {
  const s = await stage(46, { call: async () => "webhook.no_answer" });
  const admin = await s.signIn("admin");
  const window = await windowOf(admin);
  const look = async (path: string, name: string, ...langs: ("lv" | "en")[]) => {
    for (const lang of langs.length > 0 ? langs : (["lv"] as const)) {
      const page = await window.open(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
      await see(page, `${name}-${lang}`);
    }
  };

  const id = await s.begin();
  const page = `/staff/mailings/${id}`;
  s.at.set(2, async () => ({ outcome: "later", code: "provider.quota_day", retryAfterMs: 7_200_000 }));
  await s.work();
  await look(page, "mailing-blocked", "lv", "en");
  await s.editor.post(`${page}/pause`, {});
  await look(`${page}?done=paused`, "mailing-paused", "lv", "en");
  await look(`${page}/cancel`, "mailing-cancel", "lv", "en");
  const auditor = await windowOf(await s.signIn("auditor"));
  await see(await auditor.open(page), "mailing-paused-auditor");
  await s.press(admin, id, "resume");
  await standStill(s.deps, { id, reason: "restored" });
  await look(page, "mailing-stopped");
  await look("/staff/", "today-stopped");

  await s.press(admin, id, "resume");
  s.clock.pass({ hours: 3 });
  s.at.set(4, async (mails) => ({ outcome: "each", mails: mails.map((_, i) => mixed(i)) }));
  await s.work();
  await s.press(admin, id, "resume");
  await s.work();
  await s.answer(1, "yes").catch(() => {});
  await look(page, "mailing-open", "lv", "en");
  await look(`${page}/unknown`, "mailing-unknown", "lv", "en");
  await look(`${page}/held`, "mailing-held", "lv", "en");
  await look(`${page}/failed`, "mailing-failed", "lv", "en");

  for (const code of ["provider.setup", "provider.quota"])
    await commit(s.deps, {
      change: [raiseWrite({ id: code, code, subject: "resend", at: s.clock.now() })],
      proof: [],
    });
  await recordDeadLetter(s.deps, { kind: "deliver", mailingId: id });
  await look("/staff/", "today-trouble", "lv", "en");
  await look("/staff/work", "work");
  await admin.post("/staff/settings/alerts", {
    version: "1",
    "people.0.name": "Ilze Paraudziņa",
    "people.0.address": "ilze@ministrija.example",
    webhook: "https://zinas.ministrija.example/pieteka",
  });
  await look("/staff/settings/alerts?saved", "telling", "lv", "en");
  const draft = await s.complete("Nākamā kampaņa");
  await look(`/staff/mailings/${draft}/preview`, "mailing-preview", "lv", "en");
  await look(`/staff/mailings/${draft}/send`, "mailing-send", "lv", "en");

  await s.press(admin, id, "unknown", { decision: "again" });
  await s.press(admin, id, "cancel");
  await s.work();
  await look(`${page}?done=cancelled`, "mailing-cancelled", "lv", "en");
  expect([...window.complaints, ...auditor.complaints]).toEqual([]);
});
