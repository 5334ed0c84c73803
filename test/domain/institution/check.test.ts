import { expect, test } from "vitest";
import { createRenderer } from "../../../src/delivery/render.ts";
import { changeInstitution } from "../../../src/domain/institution/change.ts";
import { checkInstallation } from "../../../src/domain/institution/check.ts";
import { setUpInstitution } from "../../../src/domain/institution/set-up.ts";
import { sendTestMail } from "../../../src/domain/institution/test-mail.ts";
import { demoInstitution } from "../../../src/runtime/node/demo/content.ts";
import { admin, auditor, emptyOffice as bareOffice } from "../office.ts";

const mail = { language: "en" } as const;

async function emptyOffice() {
  const office = await bareOffice();
  const { deps } = office;
  deps.render = createRenderer(deps.tokens, deps.config.publicUrl);
  return office;
}

test("a whole installation lacks only a mail service that reaches people", async () => {
  const { deps } = await emptyOffice();
  expect(await checkInstallation(deps, admin)).toEqual([
    { what: "database", ok: true },
    { what: "tables", ok: true },
    { what: "mailer", ok: false },
    { what: "public-url", ok: true },
  ]);
});

test("where we sign ourselves, the sender must be of the domain that we sign for, or mail fails DMARC", async () => {
  const { deps } = await emptyOffice();
  await setUpInstitution(deps, admin, demoInstitution);
  const signedFor = (domain: string) =>
    Object.assign(deps.config, {
      mailer: { kind: "smtp", url: "smtps://relay.example", dkim: { domain, selector: "p2026", privateKey: "" } },
    });
  signedFor("pasts.ministrija.example");
  expect(await checkInstallation(deps, admin)).toContainEqual({
    what: "sender",
    ok: true,
    domain: "pasts.ministrija.example",
  });
  signedFor("cita.example");
  expect(await checkInstallation(deps, admin)).toContainEqual({ what: "sender", ok: false, domain: "cita.example" });
  const refused = await changeInstitution(deps, admin, { profile: demoInstitution, version: 1 });
  expect(refused).toMatchObject({
    fields: [{ field: "sender.address", code: "institution.sender_not_signed", values: { signing: "cita.example" } }],
  });
  const sender = { ...demoInstitution.sender, address: "jaunumi@zinas.cita.example" };
  const profile = { ...demoInstitution, sender };
  expect(await changeInstitution(deps, admin, { profile, version: 1 })).toEqual({ version: 2 });
});

test("a missing table and a database that does not answer are findings, not faults", async () => {
  const { deps, rows } = await emptyOffice();
  await rows("DROP TABLE pace");
  expect(await checkInstallation(deps, admin)).toContainEqual({ what: "tables", ok: false });
  deps.db.client.close();
  expect(await checkInstallation(deps, admin)).toContainEqual({ what: "database", ok: false });
});

test("what is ready is told to admins only", async () => {
  const { deps } = await emptyOffice();
  expect(await checkInstallation(deps, auditor)).toMatchObject({ code: "staff.forbidden" });
});

test("the test letter goes to the signed-in person alone, from the institution's sender", async () => {
  const { deps, mails } = await emptyOffice();
  await setUpInstitution(deps, admin, demoInstitution);
  expect(await sendTestMail(deps, admin, mail)).toEqual({ mailer: "capture" });
  expect(mails).toMatchObject([
    {
      to: "ilze@ministrija.example",
      from: { name: "Ministry of Samples", address: "jaunumi@ministrija.example" },
      replyTo: "prese@ministrija.example",
      subject: "Test e-mail: sending works",
      headers: { "Auto-Submitted": "auto-generated" },
    },
  ]);
});

test("a letter that was not taken is told with its code, and before set-up none is sent", async () => {
  const { deps, mails, handover } = await emptyOffice();
  expect(await sendTestMail(deps, admin, mail)).toMatchObject({ code: "institution.missing" });
  await setUpInstitution(deps, admin, demoInstitution);
  handover.next = { outcome: "refused", code: "sender_unknown" };
  const done = await sendTestMail(deps, admin, mail);
  expect(done).toMatchObject({ code: "institution.test_mail_failed", values: { code: "sender_unknown" } });
  expect(await sendTestMail(deps, { ...admin, id: "cli" }, mail)).toMatchObject({ code: "institution.no_address" });
  expect(mails).toHaveLength(1);
});

test("forbidden to whoever may not change the settings", async () => {
  const { deps, mails } = await emptyOffice();
  await setUpInstitution(deps, admin, demoInstitution);
  expect(await sendTestMail(deps, auditor, mail)).toMatchObject({ code: "staff.forbidden" });
  expect(mails).toEqual([]);
});
