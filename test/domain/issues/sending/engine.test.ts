import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createApp } from "../../../../src/app.ts";
import { changeCampaign } from "../../../../src/domain/campaigns/change.ts";
import { sendCampaign } from "../../../../src/domain/campaigns/send.ts";
import { readMailing, readNumbers } from "../../../../src/domain/campaigns/views.ts";
import { takeIssueReadings } from "../../../../src/domain/issues/take-readings.ts";
import { readIssueReadings } from "../../../../src/domain/issues/views/readings.ts";
import { BOUNCES, fakeWebhooks, SECRET } from "../../../fakes/resend-webhooks.ts";
import { HOUR, passes } from "../../campaigns/days.ts";
import type { Scene } from "../../consent/scene.ts";
import { editor } from "../../imports/office.ts";
import { draft, issueScene, send, versionOf } from "./issues.ts";

const uuidOf = (text: string) => {
  const hash = createHash("sha256").update(text).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};

/** An issue that went out through a provider which tells what became of each mail. */
async function told(n: number) {
  const s = await issueScene(n);
  s.mailer.handOver = async (sent) => {
    s.mails.push(...sent);
    return { outcome: "accepted", ids: sent.map((m) => uuidOf(m.tags?.message ?? m.to)) };
  };
  s.deps.config.resendWebhookSecret = SECRET;
  const app = createApp(() => s.deps);
  const hooks = fakeWebhooks({ now: s.deps.clock.now, to: (request) => app.request(request) });
  const tell = async (type: string, address: string, more?: Record<string, unknown>) => {
    const tag = s.mails.findLast((m) => m.to === address)?.tags?.message ?? "";
    const known = { id: uuidOf(tag), to: address, tag, at: s.deps.clock.now() };
    return (await hooks.send(hooks.event(type, known, more))).status;
  };
  return { s, tell };
}
const stands = async (s: Scene, id: string) => {
  const m = await readMailing(s.deps.db, id);
  return [m?.state, m?.heldReason];
};

describe("the engine of every mailing", () => {
  it("asks again about a hand-over of an issue that nobody answered, with the same key and the same bytes", async () => {
    const s = await issueScene(4);
    const bytes: string[] = [];
    s.mailer.handOver = async (sent, key) => {
      bytes.push(`${key} ${createHash("sha256").update(JSON.stringify(sent)).digest("hex")}`);
      if (bytes.length === 1) return { outcome: "unknown", code: "provider.no_answer" };
      s.mails.push(...sent);
      return { outcome: "accepted", ids: sent.map((m) => `id-${m.to}`) };
    };
    const id = await send(s, await draft(s));
    await passes(s, HOUR / 2);
    expect(bytes).toHaveLength(2);
    expect(bytes[1]).toBe(bytes[0]);
    const n = await readNumbers(s.deps.db, id);
    expect([n.audience, n.sent, n.unknown, s.mails.length]).toEqual([4, 4, 0, 4]);
  });

  it("stops the first wave of an issue at a complaint, ends who complained, and keeps the figures for the chart", async () => {
    const { s, tell } = await told(30);
    const id = await send(s, await draft(s), { pilot: { size: 10, waitHours: 4 } });
    const [first, second, third] = s.mails.map((m) => m.to);
    await tell("email.delivered", first ?? "");
    await tell("email.complained", second ?? "");
    expect(await stands(s, id)).toEqual(["paused", "pilot-complaints"]);
    expect(await s.count("SELECT count(*) FROM subscription WHERE ended_reason='complained'")).toBe(1);
    await tell("email.bounced", third ?? "", { bounce: BOUNCES.gone });
    await takeIssueReadings(s.deps);
    const [reading] = await readIssueReadings(s.deps.db, id);
    expect(reading).toMatchObject({ sent: 10, delivered: 1, complained: 1, bounced: 1, nothing: 7 });
    await passes(s, 30 * HOUR);
    expect(s.mails).toHaveLength(10);
  });
});

describe("an issue and a campaign", () => {
  it("are never taken for each other", async () => {
    const s = await issueScene(2);
    const id = await draft(s);
    const version = await versionOf(s, id);
    const change = { id, version, title: "X", deadlineDay: null, draft: { texts: {}, reasonToAsk: "" } };
    expect(await changeCampaign(s.deps, editor, change)).toMatchObject({ code: "campaigns.unknown" });
    expect(await sendCampaign(s.deps, editor, { id, version })).toMatchObject({ code: "campaigns.unknown" });
  });
});
