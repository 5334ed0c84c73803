/** What every mail of the institution carries: name, address, colours, sender, notices. Before set-up, the program's own. */
import type { OutgoingMail } from "../../deps.ts";
import { plainText, type Run } from "../../domain/documents/rules.ts";
import type { Institution, Lang } from "../../domain/institution/rules.ts";
import { mailTexts } from "../../texts/mail.ts";
import { say } from "../../texts/say.ts";
import { signatureTexts } from "../../texts/signature.ts";
import { LINE_BREAK, type Palette, runs, strong } from "../document/mail.ts";
import { asciiAddress } from "../headers.ts";
import { onDark, onLight } from "./colours.ts";

export type Letterhead = Pick<Institution, "names" | "legalAddress" | "sender" | "look" | "signature">;

export interface Head {
  lang: Lang;
  /** Name in the nominative. */
  name: string;
  palette: Palette;
  from: OutgoingMail["from"];
  replyTo: string | undefined;
  /** Name, address, link to the privacy notice; then the signature notice, whole or only its first paragraph. */
  foot(notice: "whole" | "short"): Run[][];
}

const LINK = "#1e4577";
const ACCENT = "#9d2b38";

/** The head of a mail in one language. `publicUrl` names the sender of a house that is not set up yet. */
export function letterhead(institution: Letterhead | undefined, lang: Lang, publicUrl: string): Head {
  const host = new URL(publicUrl).hostname;
  const look = institution?.look;
  const palette = paletteOf(colour(look?.link, LINK), colour(look?.accent, ACCENT));
  if (!institution)
    return {
      lang,
      name: "Pieteka",
      palette,
      from: { name: "Pieteka", address: `pieteka@${host}` },
      replyTo: undefined,
      foot: () => [runs(strong("Pieteka"), `, ${host}`)],
    };
  const { sender, legalAddress } = institution;
  const name = lang === "lv" ? institution.names.lv.nom : institution.names.en;
  const notice = say(mailTexts, lang)("foot.notice");
  const place = runs(strong(name), `, ${legalAddress}`, LINE_BREAK, {
    kind: "link",
    text: notice,
    href: `${publicUrl}/privacy`,
  });
  return {
    lang,
    name,
    palette,
    from: { name: sender.name[lang], address: asciiAddress(sender.address) },
    replyTo: asciiAddress(sender.replyTo),
    foot: (which) => [place, ...signature(institution, lang).slice(0, which === "whole" ? undefined : 1)],
  };
}

/** Paragraphs of the signature notice. */
export function signature(institution: Pick<Institution, "signature">, lang: Lang): Run[][] {
  const text = institution.signature?.[lang] || signatureTexts[lang].default;
  return plainText(text).map((block) => (block.kind === "paragraph" ? [...block.runs] : []));
}

function paletteOf(link: string, accent: string): Palette {
  return {
    link: onLight(link),
    linkDark: onDark(link),
    accent,
    accentWords: onLight(accent),
    accentDark: onDark(accent),
  };
}

function colour(set: string | undefined, ours: string): string {
  return set && /^#[0-9a-f]{6}$/i.test(set) ? set.toLowerCase() : ours;
}
