import { beforeEach, describe, expect, it } from "vitest";
import { createCaptureMailer } from "../../../src/delivery/mailers/capture.ts";
import { renderReconsent } from "../../../src/delivery/render.ts";
import { devMailDoor } from "../../../src/http/dev-mail/routes.tsx";
import { realPause } from "../../../src/platform/clock.ts";
import { sampleMail } from "../../delivery/mailers/sample.ts";
import { memoryMailbox } from "../../fakes/mailbox.ts";
import { handOver } from "../../support/mailer.ts";
import { frozen, MAILING, member, tokens } from "../../support/mailing.ts";

const clock = { now: () => 1_795_000_000_000, pause: realPause, elapse: realPause };
let app: ReturnType<typeof devMailDoor>;
let ids: string[];
const mails = [1, 2].map((n) => renderReconsent(frozen, MAILING, member(n), tokens));

beforeEach(async () => {
  const mailbox = memoryMailbox();
  const result = await handOver(createCaptureMailer(mailbox, clock), mails, "send/1");
  ids = result.outcome === "accepted" ? result.ids : [];
  app = devMailDoor(mailbox);
});

describe("the captured mailbox", () => {
  it("lists mail, newest first, in the reader's language", async () => {
    const body = await (await app.request("/dev/mail", { headers: { "Accept-Language": "en" } })).text();
    expect(body).toContain('<html lang="en">');
    expect(body.indexOf("liga2@")).toBeLessThan(body.indexOf("liga1@"));
    expect(await (await app.request("/dev/mail")).text()).toContain("Aizturētās vēstules");
  });

  it("finds by POST, never with an address in a URL", async () => {
    const answer = await app.request("/dev/mail", { method: "POST", body: new URLSearchParams({ q: "LIGA2@" }) });
    const body = await answer.text();
    expect(body).toContain("liga2@pasts.example");
    expect(body).not.toContain("liga1@pasts.example");
    expect(body).not.toMatch(/href="[^"]*@/);
  });

  it("takes a search from a typed address too, and keeps the language that was chosen", async () => {
    const typed = await (await app.request("/dev/mail?q=liga2&lang=en")).text();
    expect(typed).toContain("liga2@pasts.example");
    expect(typed).not.toContain("liga1@pasts.example");
    const chosen = await app.request("/dev/mail?lang=en");
    const cookie = (chosen.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    expect(await (await app.request(`/dev/mail/${ids[0]}`, { headers: { cookie } })).text()).toContain(
      '<html lang="en">',
    );
    expect(await (await app.request("/dev/mail")).text()).toContain('<a class="other" href="?lang=en" lang="en"');
  });

  it("finds in the text of a mail too", async () => {
    const post = (q: string) => app.request("/dev/mail", { method: "POST", body: new URLSearchParams({ q }) });
    expect(await (await post("RAKSTĀM, JO")).text()).toContain("liga1@pasts.example");
    expect(await (await post("rakstam, jo")).text()).toContain("liga1@pasts.example");
    expect(await (await post("nedelas apskats")).text()).toContain("liga1@pasts.example");
    expect(await (await post("nowhere at all")).text()).not.toContain("@pasts.example");
    expect((await post("  ")).headers.get("location")).toBe("/dev/mail");
  });

  it("hands out what is attached, under its name and to be kept, never shown", async () => {
    const mailbox = memoryMailbox();
    const attachments = [{ name: "receipt-5f0c7a52.json", type: "application/json" as const, text: '{"a":1}' }];
    const result = await handOver(createCaptureMailer(mailbox, clock), [sampleMail(1, { attachments })], "send/2");
    const [id] = result.outcome === "accepted" ? result.ids : [];
    const door = devMailDoor(mailbox);
    const body = await (await door.request(`/dev/mail/${id}`)).text();
    expect(body).toContain(`<a href="/dev/mail/${id}/files/0">receipt-5f0c7a52.json</a>`);
    const file = await door.request(`/dev/mail/${id}/files/0`);
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="receipt-5f0c7a52.json"');
    expect(await file.text()).toBe('{"a":1}');
    expect((await door.request(`/dev/mail/${id}/files/1`)).status).toBe(404);
    expect(await (await app.request(`/dev/mail/${ids[0]}`)).text()).not.toContain("/files/");
  });

  it("turns pages of a hundred, of all mail and of what was found, and never beyond the end", async () => {
    const mailbox = memoryMailbox();
    const many = Array.from({ length: 250 }, (_, n) => sampleMail(n + 1));
    for (const [i, part] of [many.slice(0, 100), many.slice(100, 200), many.slice(200)].entries())
      await handOver(createCaptureMailer(mailbox, clock), part, `send/${i}`);
    const door = devMailDoor(mailbox);
    const listed = async (answer: Response | Promise<Response>) => {
      const body = await (await answer).text();
      const rows = [...body.matchAll(/<td>(liga\d+)@/g)].map(([, name]) => name);
      return [rows[0], rows.length, /[?]from=|name="from"/.test(body)];
    };
    const search = (from: string) =>
      listed(door.request("/dev/mail", { method: "POST", body: new URLSearchParams({ q: "pasts.example", from }) }));
    expect(await listed(door.request("/dev/mail"))).toEqual(["liga250", 100, true]);
    expect(await listed(door.request("/dev/mail?from=200"))).toEqual(["liga50", 50, true]);
    expect(await listed(door.request("/dev/mail?from=100000"))).toEqual(["liga1", 1, true]);
    expect(await listed(door.request("/dev/mail?from=-7"))).toEqual(["liga250", 100, true]);
    expect(await search("")).toEqual(["liga250", 100, true]);
    expect(await search("200")).toEqual(["liga50", 50, true]);
  });

  it("names the one-click address of a mail whose text does not hold it", async () => {
    const mailbox = memoryMailbox();
    const handover = await handOver(
      createCaptureMailer(mailbox, clock),
      [sampleMail(1, { html: "<p>x</p>" })],
      "send/1",
    );
    const [id] = handover.outcome === "accepted" ? handover.ids : [];
    const mail = (await (await devMailDoor(mailbox).request(`/dev/mail/${id}.json`)).json()) as { links: object[] };
    expect(mail.links).toEqual([{ href: expect.stringContaining("/u/"), words: "List-Unsubscribe" }]);
  });

  it("gives scripts the same as JSON, links included", async () => {
    const { mails: lines } = (await (await app.request("/dev/mail.json")).json()) as {
      mails: { id: string; to: string }[];
    };
    expect(lines.map((l) => [l.id, l.to])).toEqual([
      [ids[1], "liga2@pasts.example"],
      [ids[0], "liga1@pasts.example"],
    ]);
    const mail = (await (await app.request(`/dev/mail/${ids[0]}.json`)).json()) as {
      links: { href: string; words: string }[];
      text: string;
    };
    expect(mail.text).toBe(mails[0]?.text);
    expect(mail.links.map((l) => [l.words, new URL(l.href).pathname.slice(0, 3)])).toEqual([
      ["Atteikties no jaunumu saņemšanas", "/u/"],
      ["Atbildēt „jā” vai „nē”", "/r/"],
      ["Privātuma paziņojums", "/pr"],
    ]);
  });

  it("shows the HTML only in a frame that runs and loads nothing", async () => {
    const page = await (await app.request(`/dev/mail/${ids[0]}`)).text();
    expect(page).toMatch(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    const content = await app.request(`/dev/mail/${ids[0]}/content`);
    expect(content.headers.get("content-security-policy")).toMatch(
      /^sandbox allow-popups [^;]*; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'$/,
    );
    expect(content.headers.get("content-security-policy")).not.toContain("allow-same-origin");
    expect(await content.text()).toBe(mails[0]?.html);
  });

  it.each(["text", "headers", "source"])("shows the %s as plain text", async (view) => {
    const answer = await app.request(`/dev/mail/${ids[0]}/${view}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("<pre");
  });

  it("is kept by no cache, allows no script, and knows no other mail", async () => {
    for (const path of ["", ".json", `/${ids[0]}`, `/${ids[0]}.json`, `/${ids[0]}/content`]) {
      const { headers } = await app.request(`/dev/mail${path}`);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("content-security-policy")).not.toContain("script-src");
    }
    for (const path of [`/${"0".repeat(32)}`, `/${"0".repeat(32)}.json`, "/../../etc/passwd", "/x"])
      expect((await app.request(`/dev/mail${path}`)).status).toBe(404);
  });
});
