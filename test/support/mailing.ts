/** A frozen mailing, a member and tokens with fixed keys, for tests of rendering and mailers. */
import type { FrozenMailing, Member } from "../../src/domain/campaigns/rules.ts";
import { makeKey } from "../../src/platform/keys.ts";
import { createTokens } from "../../src/platform/tokens.ts";

const key = makeKey(Uint8Array.from({ length: 32 }, (_, i) => i * 7 + 1));
export const tokens = createTokens({ newest: key, all: [key], get: (id) => (id === key.id ? key : undefined) });

export const MAILING = "11111111-1111-4111-8111-111111111111";

export const frozen: FrozenMailing = {
  renderer: 1,
  kind: "reconsent",
  publicUrl: "https://jaunumi.ministrija.example",
  tokenKeyId: tokens.keyId,
  institution: {
    names: {
      lv: {
        nom: "Paraugu ministrija",
        gen: "Paraugu ministrijas",
        dat: "Paraugu ministrijai",
        acc: "Paraugu ministriju",
        loc: "Paraugu ministrijā",
      },
      en: "Ministry of Samples",
    },
    legalAddress: "Paraugu iela 1, Rīga, LV-0000",
    phone: "+371 6000 0000",
    email: "pasts@ministrija.example",
    sender: {
      name: { lv: "Paraugu ministrija", en: "Ministry of Samples" },
      address: "jaunumi@ministrija.example",
      replyTo: "prese@ministrija.example",
    },
    timeZone: "Europe/Riga",
    look: { link: "#1e4577", accent: "#9d2b38", markSvg: "" },
    languages: ["lv", "en"],
  },
  list: {
    id: "22222222-2222-4222-8222-222222222222",
    slug: "nedelas-apskats",
    names: { lv: "Nedēļas apskats", en: "Weekly Review" },
    promise: { lv: "Vienu vēstuli nedēļā, piektdienās", en: "One e-mail a week, on Fridays" },
  },
  purpose: {
    id: "33333333-3333-4333-8333-333333333333",
    slug: "nedelas-apskats",
    version: 1,
    names: {
      lv: "Sabiedrības informēšana par ministrijas darbu",
      en: "Informing the public about the ministry’s work",
    },
  },
  deadlineDay: "2026-12-15",
  texts: {
    lv: {
      subject: "Vai arī turpmāk sūtīt Jums „Nedēļas apskatu”? Lūdzam atbildēt līdz 15. decembrim",
      heading: "Vai vēlaties arī turpmāk saņemt „Nedēļas apskatu”?",
      lead: "Jūsu adrese mūsu sarakstā ir kopš 2021. gada, bet mums nav pierādījuma, ka to izvēlējāties Jūs.\n\nLai turpinātu sūtīt „Nedēļas apskatu”, mums vajadzīga Jūsu piekrišana. Lūdzam atbildēt „jā” vai „nē”.",
    },
    en: {
      subject: "Shall we keep sending you the “Weekly Review”? Please answer by 15 December",
      heading: "Do you still want to receive the “Weekly Review”?",
      lead: "Your address has been on our list since 2021, but we hold no proof that you chose this yourself.\n\nTo keep sending you the “Weekly Review” we need your consent. Please answer “yes” or “no”.",
    },
  },
  questions: { lv: "a".repeat(64), en: "b".repeat(64) },
};

/** A member; numbers make the ids. */
export function member(n = 1, change: Partial<Member> = {}): Member {
  const id = (d: string) => `${d.repeat(8)}-0000-4000-8000-${String(n).padStart(12, "0")}`;
  return {
    personId: id("a"),
    subscriptionId: id("b"),
    address: `liga${n}@pasts.example`,
    name: "Līga Paraudziņa",
    language: "lv",
    ...change,
  };
}
