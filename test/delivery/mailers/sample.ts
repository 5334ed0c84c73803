/** Mails as the renderer makes them, for tests of mailers: one recipient each, Latvian, with every List-* header. */
import type { OutgoingMail } from "../../../src/deps.ts";

/** `liga<n>@pasts.example`. */
export function sampleMail(n = 1, change: Partial<OutgoingMail> = {}): OutgoingMail {
  const refuseUrl = `https://jaunumi.ministrija.example/u/${`${n}`.padStart(71, "A")}`;
  return {
    to: `liga${n}@pasts.example`,
    from: { name: "Paraugu ministrija „Rīgā”", address: "jaunumi@ministrija.example" },
    replyTo: "prese@ministrija.example",
    subject: "Vai arī turpmāk sūtīt Jums „Nedēļas apskatu”? Lūdzam atbildēt līdz 15. decembrim",
    html: `<!doctype html><html lang="lv"><body><h1>Nedēļas apskats</h1>\n<p>Labdien!${"&nbsp;".repeat(200)}</p>\n\n<p><a href="${refuseUrl}">Atteikties no jaunumu saņemšanas</a></p></body></html>\n`,
    text: `Labdien!\n\n.Punkts rindas sākumā, atstarpe beigās \nŠķūņi, žēlums, ēzelis = 100 %\nFrom mums\n\nAtteikties: ${refuseUrl}\n`,
    headers: {
      "List-Id": "=?UTF-8?B?TmVkxJPEvGFzIGFwc2thdHM=?= <nedelas-apskats.lists.jaunumi.ministrija.example>",
      "List-Unsubscribe": `<${refuseUrl}>, <mailto:prese@ministrija.example?subject=unsubscribe>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "List-Owner": "<mailto:prese@ministrija.example>",
      "List-Post": "NO",
    },
    tags: { message: `11111111-1111-4111-8111-111111111111_${n}` },
    ...change,
  };
}

/** `liga1@…` to `liga<n>@…`. */
export const sampleMails = (n: number) => Array.from({ length: n }, (_, i) => sampleMail(i + 1));
