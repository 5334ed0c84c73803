/** What every mail of the institution carries: name, address, the two colours, sender. Before set-up, the program's own. */
import type { OutgoingMail } from "../deps.ts";
import type { Institution, Lang } from "../domain/institution/rules.ts";
import { onDark, onLight } from "./colours.ts";

export type Letterhead = Pick<Institution, "names" | "legalAddress" | "sender" | "look">;

export interface Head {
  /** For every shell: names of its slots. */
  slots: Record<"lang" | "institution" | "legalAddress" | "link" | "linkDark" | "accent", string>;
  from: OutgoingMail["from"];
  replyTo: string | undefined;
}

const LINK = "#1e4577";
const ACCENT = "#9d2b38";

/** The head of a mail in one language. `publicUrl` names the sender of a house that is not set up yet. */
export function letterhead(institution: Letterhead | undefined, lang: Lang, publicUrl: string): Head {
  const host = new URL(publicUrl).hostname;
  const name = institution ? nameOf(institution, lang) : "Pieteka";
  const link = colour(institution?.look.link, LINK);
  return {
    slots: {
      lang,
      institution: name,
      legalAddress: institution?.legalAddress ?? host,
      link: onLight(link),
      linkDark: onDark(link),
      accent: colour(institution?.look.accent, ACCENT),
    },
    from: institution
      ? { name: institution.sender.name[lang], address: institution.sender.address }
      : { name: "Pieteka", address: `pieteka@${host}` },
    replyTo: institution?.sender.replyTo,
  };
}

/** Name of the institution in the nominative. */
function nameOf(institution: Letterhead, lang: Lang): string {
  return lang === "lv" ? institution.names.lv.nom : institution.names.en;
}

function colour(set: string | undefined, ours: string): string {
  return set && /^#[0-9a-f]{6}$/i.test(set) ? set.toLowerCase() : ours;
}
