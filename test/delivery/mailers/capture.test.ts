import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCaptureMailer } from "../../../src/delivery/mailers/capture.ts";
import { renderReconsent } from "../../../src/delivery/render.ts";
import { realPause } from "../../../src/platform/clock.ts";
import { openMailboxFolder } from "../../../src/runtime/node/mailbox/folder.ts";
import { memoryMailbox } from "../../fakes/mailbox.ts";
import { handOver } from "../../support/mailer.ts";
import { frozen, MAILING, member, tokens } from "../../support/mailing.ts";

const clock = { now: () => 1_795_000_000_000, pause: realPause, elapse: realPause };
const batch = (n: number) =>
  Array.from({ length: n }, (_, i) => renderReconsent(frozen, MAILING, member(i + 1), tokens));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mailbox-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each([
  ["in memory", () => memoryMailbox()],
  ["in a folder", () => openMailboxFolder(join(folder, crypto.randomUUID()))],
])("captured mail %s", (_, open) => {
  it("is kept once for a key, and the same key gives the same ids", async () => {
    const mailbox = open();
    const mailer = createCaptureMailer(mailbox, clock);
    const first = await handOver(mailer, batch(3), "send/1");
    expect(first).toMatchObject({ outcome: "accepted" });
    expect(await handOver(mailer, batch(3), "send/1")).toEqual(first);
    const lines = await mailbox.list();
    expect(lines.map((l) => l.to)).toEqual(["liga3@pasts.example", "liga2@pasts.example", "liga1@pasts.example"]);
    expect(first.outcome === "accepted" && first.ids).toEqual(lines.map((l) => l.id).reverse());
    expect((await mailbox.get(lines[0]?.id as string))?.mail).toEqual(batch(3)[2]);
  });

  it("is not replaced by other mail under the same key", async () => {
    const mailbox = open();
    const mailer = createCaptureMailer(mailbox, clock);
    await handOver(mailer, batch(1), "send/1");
    expect(await handOver(mailer, batch(2), "send/1")).toEqual({ outcome: "unknown", code: "provider.payload_drift" });
    expect(await mailbox.list()).toHaveLength(1);
  });

  it("stays whole when the same hand-over comes twice at once", async () => {
    const mailbox = open();
    const mailer = createCaptureMailer(mailbox, clock);
    const [a, b] = await Promise.all([handOver(mailer, batch(20), "send/1"), handOver(mailer, batch(20), "send/1")]);
    expect(a).toEqual(b);
    expect(await mailbox.list()).toHaveLength(20);
  });

  it("refuses what a provider would", async () => {
    const mailbox = open();
    const mails = batch(1).map((mail) => ({ ...mail, to: "a@b.example, c@d.example" }));
    const result = await handOver(createCaptureMailer(mailbox, clock), mails, "k");
    expect(result).toEqual({ outcome: "refused", code: "mail.address", index: 0 });
    expect(await mailbox.list()).toEqual([]);
  });
});

it("a folder keeps a message that any mail program can read, survives a restart and can be emptied", async () => {
  const place = join(folder, "one");
  await handOver(createCaptureMailer(openMailboxFolder(place), clock), batch(1), "send/1");
  const again = openMailboxFolder(place);
  const [line] = await again.list();
  const parsed = await PostalMime.parse((await again.source(line?.id as string)) as string);
  expect(parsed.to).toEqual([{ name: "", address: "liga1@pasts.example" }]);
  expect(parsed.text?.trim()).toBe(batch(1)[0]?.text.trim());
  expect(parsed.html?.trim()).toBe(batch(1)[0]?.html.trim());
  expect((await readdir(place)).filter((f) => f.endsWith(".draft"))).toEqual([]);
  expect(await again.get("../../etc/passwd")).toBeUndefined();
  await again.clear();
  expect(await again.list()).toEqual([]);
});
