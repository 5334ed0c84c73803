/** The mail of an alert: which mailing it is about and why it stands, in one line of a subject, and what its button opens. */
import { expect, it } from "vitest";
import { renderAlertMail } from "../../src/delivery/mails/alert.ts";
import { ALERTS } from "../../src/domain/alerts/rules.ts";
import type { Institution } from "../../src/domain/institution/rules.ts";
import { frozen } from "../support/mailing.ts";

const rendered = (code: string, title?: string, heldReason: string | null = null) =>
  renderAlertMail(
    {
      institution: frozen.institution as Institution,
      to: "ieva@ministrija.example",
      language: "lv",
      code,
      url: "https://jaunumi.ministrija.example/staff/",
      at: Date.UTC(2026, 10, 22, 9, 20),
      ...(title !== undefined && { mailing: { title, heldReason } }),
    },
    "https://jaunumi.ministrija.example",
  );
const words = (text: string) => text.replace(/[\s\u00a0]+/g, " ");

it("names the mailing in the subject, on one line, and says why it stands", () => {
  const mail = rendered("mailing.paused", "Nedēļas apskats:\r\nrudens", "outage");
  expect(mail.subject).toBe("Sūtīšana apstājās pati: „Nedēļas apskats: rudens”");
  expect(words(mail.text)).toContain("Sūtījums: Nedēļas apskats: rudens");
  expect(words(mail.text)).toContain("Iemesls: Programma ilgāk par stundu nedarbojās");
  expect(words(mail.text)).toContain("Pamanīts: 2026. gada 22. novembrī plkst. 11.20");
});

it("gives no reason where it knows none, and none of a pause to an alert about something else", () => {
  expect(rendered("mailing.paused", "Rudens", "of-another-version").text).not.toContain("Iemesls");
  expect(rendered("mailing.held", "Rudens", "outage").text).not.toContain("Iemesls");
  expect(rendered("provider.setup").subject).toBe("E-pasta pakalpojums neļauj mums sūtīt");
});

it("has a button that says what it opens", () => {
  for (const [code, about] of Object.entries(ALERTS)) {
    const button = {
      mailing: "Atvērt sūtījuma lapu",
      job: "Skatīt neizdevušos darbus",
      provider: "Atvērt darba galdu",
      log: "Atvērt darba galdu",
      retention: "Atvērt darba galdu",
      suppression: "Atvērt darba galdu",
      breach: "Atvērt pārkāpuma lapu",
      request: "Atvērt pieprasījuma lapu",
      reading: "Atvērt darba galdu",
      access: "Atvērt darba galdu",
      account: "Atvērt savu kontu",
      key: "Atvērt darba galdu",
      "api-key": "Atvērt darba galdu",
      "sign-up": "Atvērt darba galdu",
    };
    expect([code, words(rendered(code).text).includes(button[about])]).toEqual([code, true]);
  }
});
