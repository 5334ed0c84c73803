/**
 * The daily time stamp as an office lives it: none is set up; one is, and the network is away; people are told; it comes
 * back; anybody outside takes the files along and checks them against the published log.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { expect, it, onTestFinished } from "vitest";
import { verifyTimeStamp } from "../../src/domain/time-stamps/rules/verify.ts";
import { base64url, utf8 } from "../../src/platform/encoding.ts";
import { startFakeTsa } from "../fakes/tsa.ts";
import { wordsOf } from "../http/staff/campaigns/stage.ts";
import { createWorld } from "../support/world.ts";

const TELLING = {
  version: "1",
  "people.0.name": "Ilze Paraudziņa",
  "people.0.address": "ilze@ministrija.example",
  webhook: "",
};

it("a house without an authority says on the desk that there are no time stamps, and why that matters", async () => {
  const world = await createWorld();
  await world.deps.queue.enqueue({ kind: "seal" });
  await world.deps.queue.enqueue({ kind: "time-stamp" });
  await world.work();
  const dpo = await world.signIn("dpo");
  for (const path of ["/staff/proofs", "/staff/work"]) {
    const page = wordsOf(await (await dpo.get(path)).text());
    expect(page).toContain("Laika zīmogi nav ieslēgti");
    expect(page).toContain("tikai pati iestāde");
  }
  expect(wordsOf(await (await dpo.get("/staff/work?lang=en")).text())).toContain("There are no time stamps");
  expect(await (await world.request("/log/time-stamps")).json()).toEqual({ stamps: [] });
  await world.check();
});

it("the network is away, then back: missing, told, stamped, and checked by a stranger", async () => {
  const at = { now: 0 };
  const tsa = await startFakeTsa({ now: () => at.now, revocation: true });
  onTestFinished(() => tsa.stop());
  const anchors = [{ certificate: tsa.authority.issuer.der, listed: "LV 2026-11-20" }];
  const authorities = [tsa.settings({ name: "office", anchors })];
  const world = await createWorld({ config: { timeStamps: { authorities, papers: true } } });
  const turn = async () => {
    await world.deps.queue.enqueue({ kind: "seal" });
    await world.work();
    at.now = world.clock.now();
    await world.deps.queue.enqueue({ kind: "time-stamp" });
    await world.deps.queue.enqueue({ kind: "recover" });
    await world.work();
  };
  const admin = await world.signIn("admin");
  await admin.post("/staff/settings/alerts", TELLING);
  const box = async (path = "/staff/work") => {
    const page = wordsOf(await (await admin.get(path)).text());
    return page.slice(page.indexOf("Laika zīmogi"));
  };

  tsa.misbehave({ is: "away" });
  await turn();
  expect(await box()).toContain("Laika zīmoga vēl nav.");
  expect(await box()).not.toContain("trūkst");
  world.clock.pass({ minutes: 20 });
  await turn();
  expect(await box()).toMatch(/Zīmoga trūkst kopš 2026\. gada 22\. novembra plkst\. 10\.00/);
  expect(await box()).toContain("Izdevējs neatbild.");
  expect(await box("/staff/proofs")).toContain("(office). Nekas nav zudis. Nākamais mēģinājums");
  expect(world.mailbox.mails).toEqual([]);

  // Two days later people hear of it, once.
  for (const days of [1, 1, 0]) {
    world.clock.pass({ days, hours: 1 });
    await turn();
  }
  const mails = world.mailbox.mails.map(({ mail }) => [mail.to, mail.subject]);
  expect(mails).toEqual([["ilze@ministrija.example", "Pierādījumu žurnālam trūkst laika zīmoga"]]);
  const today = await (await admin.get("/staff/")).text();
  expect(wordsOf(today)).toContain("Pierādījumu žurnālam trūkst laika zīmoga");
  expect(today).toContain('href="/staff/work#time-stamps"');

  tsa.misbehave();
  world.clock.pass({ hours: 1 });
  await turn();
  const after = await box();
  expect(after).toMatch(
    /Pēdējais zīmogs 24\.11\.2026\. \d\d\.\d\d Izdeva Test time stamps, Paraugs Aptver \d+ žurnāla ierakst/,
  );
  expect(after).toContain("Vai kvalificēts Nē");
  expect(after).toContain("Saņemšanas brīdī nebija atsaukti.");
  expect(after).toContain("Visi ir aptverti.");
  expect(after).not.toContain("trūkst");
  expect(wordsOf(await (await admin.get("/staff/")).text())).not.toContain("trūkst laika zīmoga");

  // A stranger, with nothing but the published files and a certificate that he trusts.
  const fetched = async (path: string) => new Uint8Array(await (await world.request(path)).arrayBuffer());
  const list = (await (await world.request("/log/time-stamps")).json()) as {
    stamps: { day: string; files: string[]; size: number }[];
  };
  expect(list.stamps.map(({ day, files }) => [day, files])).toEqual([
    ["2026-11-24", ["checkpoint", "tsr", "tsq", "pem", "1.crl"].map((name) => `/log/time-stamps/2026-11-24.${name}`)],
  ]);
  const [checkpoint, tsr, , , crl] = await Promise.all((list.stamps[0]?.files ?? []).map(fetched));
  const imprint = sha256(checkpoint as Uint8Array);
  const papers = [{ kind: "crl" as const, der: crl as Uint8Array }];
  expect(await verifyTimeStamp(tsr as Uint8Array, { imprint, anchors, papers })).toMatchObject({
    valid: true,
    revocation: "good",
    qualified: { claimed: false, listed: "LV 2026-11-20" },
  });
  // The hash of what he holds is in the log that goes on.
  const [event] = await world.rows("SELECT body FROM event WHERE typ = 'anchor.recorded'");
  expect(JSON.parse(String(event?.body)).anchor).toMatchObject({
    sha256: base64url(sha256(tsr as Uint8Array)),
    checkpoint: base64url(imprint),
  });
  for (const path of ["2026-11-23.tsr", "2026-11-24.2.crl", "2026-11-24.1.ocsp", "2026-11-24.exe", "2026-11-24.01.crl"])
    expect([path, (await world.request(`/log/time-stamps/${path}`)).status]).toEqual([path, 404]);
  const answer = await world.request("/log/time-stamps/2026-11-24.tsr");
  expect([answer.headers.get("Content-Type"), answer.headers.get("Cache-Control")]).toEqual([
    "application/timestamp-reply",
    "public, max-age=31536000, immutable",
  ]);
  expect(new TextDecoder().decode(checkpoint)).toMatch(/^jaunumi\.ministrija\.example\/log\n\d+\n/);
  expect(imprint).toEqual(sha256(utf8(new TextDecoder().decode(checkpoint))));
  await world.check();
});
