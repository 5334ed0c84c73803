/**
 * The proof of one person's consent, from the press to the file that a court may check without us: yes, the mail with
 * the receipt, leaving, the receipt of that from the link, and the bundle that the officer hands out.
 */
import { expect, it } from "vitest";
import { isProblem } from "../../src/domain/proofs/rules/bundle/problem.ts";
import { verifyBundle } from "../../src/domain/proofs/rules/verify/verify.ts";
import { utf8 } from "../../src/platform/encoding.ts";
import { openDesk } from "../http/staff/campaigns/desk.ts";

const ADDRESS = "cilveks1@pasts.example";
const why = { ground: "complaint", reason: "Sūdzība Nr. 7: nekad neesot piekritusi" };

/** What a stranger's check of the file finds: valid as far as its bytes go, and nothing in it false. */
async function checked(file: Uint8Array) {
  const report = await verifyBundle(file);
  if (isProblem(report)) throw new Error(report.problem);
  expect(report.findings.filter(({ status }) => status === "invalid")).toEqual([]);
  expect(report.verdicts.bytes).toEqual({ status: "valid", evidence: "holder" });
  return report.records.flatMap(({ rec, events }) =>
    events.map(({ typ, details }) => ({ rec, typ, disclosed: details.map(({ name }) => name) })),
  );
}

it("a person says yes, holds the receipt, leaves and fetches it again; what the officer hands out says the same", async () => {
  const s = await openDesk();
  await s.people(2);
  await s.sent();
  await s.answer(1, "yes");
  await s.work();

  const mail = s.mailbox.mails.findLast(({ mail }) => mail.to === ADDRESS && mail.tags?.kind === "receipt")?.mail;
  const [attached, ...more] = mail?.attachments ?? [];
  expect([more, attached?.name]).toEqual([[], expect.stringMatching(/^receipt-[0-9a-f]{8}\.json$/)]);
  const mailed = await checked(utf8(attached?.text ?? ""));
  expect(mailed).toMatchObject([{ typ: "consent.given", disclosed: expect.arrayContaining(["email"]) }]);

  s.clock.pass({ days: 9 });
  const leave = /\/u\/[\w-]{71}/.exec(mail?.text ?? "")?.[0] ?? "";
  expect((await s.browser().post(leave, { scope: "list" })).status).toBe(200);
  await s.work();
  const fetched = await (await s.request(`${leave}/receipt`)).text();
  expect(fetched).not.toContain(ADDRESS);
  const [rec] = mailed.map((event) => event.rec);
  expect(await checked(utf8(fetched))).toEqual([
    { rec, typ: "consent.given", disclosed: [] },
    { rec, typ: "consent.withdrawn", disclosed: [] },
  ]);

  const officer = await s.signIn("dpo");
  await officer.post("/staff/proofs/open", { address: ADDRESS, ...why });
  const [opening] = await s.rows("SELECT id FROM proof_opening");
  const handed = await officer.post("/staff/proofs/export/person", {
    opening: String(opening?.id),
    address: ADDRESS,
    ...why,
  });
  expect([handed.status, handed.headers.get("content-type")]).toEqual([200, "application/zip"]);
  expect(await checked(new Uint8Array(await handed.arrayBuffer()))).toEqual([
    { rec, typ: "consent.given", disclosed: ["email"] },
    { rec, typ: "consent.withdrawn", disclosed: ["email"] },
  ]);
  await s.check();
});
