import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCaptureMailer } from "../../../src/delivery/mailers/capture.ts";
import { realPause } from "../../../src/platform/clock.ts";
import type { Mailbox } from "../../../src/platform/mailbox.ts";
import { openMailboxFolder } from "../../../src/runtime/node/mailbox/folder.ts";
import { createSmtpMailer } from "../../../src/runtime/node/smtp/mailer.ts";
import { memoryMailbox } from "../../fakes/mailbox.ts";
import { startFakeSmtp } from "../../fakes/smtp.ts";
import { handOver } from "../../support/mailer.ts";
import { sampleMails as batch, sampleMail } from "./sample.ts";

const clock = { now: () => 1_795_000_000_000, pause: realPause, elapse: realPause };

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

describe("a folder of captured mail", () => {
  const open = () => openMailboxFolder(join(folder, crypto.randomUUID()));
  const addresses = async (mailbox: Mailbox, words: string) => (await mailbox.list(words)).map((line) => line.to);

  it("is searched by address, subject and text, in whatever case, newest first", async () => {
    const mailbox = open();
    const mails = [
      sampleMail(1, { subject: "Par Ēveles skolu" }),
      sampleMail(2, { text: 'Ielūgums uz „Ēveles” svētkiem\n100 % "bez maksas"' }),
      sampleMail(3, { to: "evele@pasts.example" }),
    ];
    await handOver(createCaptureMailer(mailbox, clock), mails, "send/1");
    expect(await addresses(mailbox, "ēveles")).toEqual(["liga2@pasts.example", "liga1@pasts.example"]);
    expect(await addresses(mailbox, "EVELE@")).toEqual(["evele@pasts.example"]);
    expect(await addresses(mailbox, 'svētkiem\n100 % "BEZ')).toEqual(["liga2@pasts.example"]);
    // Ids and the words of the index itself are not text.
    for (const words of ["jsonl", '"text"', "nowhere"]) expect(await addresses(mailbox, words)).toEqual([]);
  });

  it("shows what another process has captured meanwhile, and forgets what was emptied", async () => {
    const place = join(folder, crypto.randomUUID());
    const [here, there] = [openMailboxFolder(place), openMailboxFolder(place)];
    expect(await here.list()).toEqual([]);
    for (const n of [1, 2, 3]) {
      await handOver(createCaptureMailer(there, clock), [sampleMail(n)], `send/${n}`);
      expect(await here.list()).toHaveLength(n);
    }
    await there.clear();
    expect(await here.list()).toEqual([]);
    await handOver(createCaptureMailer(there, clock), [sampleMail(9)], "send/9");
    expect((await here.list()).map((line) => line.to)).toEqual(["liga9@pasts.example"]);
  });

  it("gets a line that a kill has swallowed or cut off when the same mail comes again", async () => {
    const place = join(folder, crypto.randomUUID());
    const mailer = createCaptureMailer(openMailboxFolder(place), clock);
    await handOver(mailer, [sampleMail(1), sampleMail(2)], "send/1");
    const index = await readFile(join(place, "index.jsonl"), "utf8");
    await writeFile(join(place, "index.jsonl"), index.slice(0, -30));
    const again = openMailboxFolder(place);
    expect(await again.list()).toHaveLength(1);
    await handOver(createCaptureMailer(again, clock), [sampleMail(1), sampleMail(2)], "send/1");
    await handOver(createCaptureMailer(again, clock), [sampleMail(1), sampleMail(2)], "send/1");
    expect((await again.list()).map((line) => line.to)).toEqual(["liga2@pasts.example", "liga1@pasts.example"]);
  });

  it("can be read by nobody else on this machine", async () => {
    const place = join(folder, crypto.randomUUID());
    await handOver(createCaptureMailer(openMailboxFolder(place), clock), [sampleMail(1)], "send/1");
    expect((await stat(place)).mode & 0o077).toBe(0);
    for (const file of await readdir(place)) expect((await stat(join(place, file))).mode & 0o077).toBe(0);
  });

  it("gives the source as SMTP would send it", async () => {
    const mailbox = open();
    await handOver(createCaptureMailer(mailbox, clock), [sampleMail(1)], "send/1");
    const server = await startFakeSmtp();
    const smtp = createSmtpMailer({ url: server.url, now: clock.now });
    await handOver(smtp, [sampleMail(1)], "send/1");
    smtp.close?.();
    await server.stop();
    const [line] = await mailbox.list();
    expect(await mailbox.source(line?.id ?? "")).toBe(server.mails[0]?.raw);
  });
});
