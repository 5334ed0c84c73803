/**
 * Who stands behind an event: the first thing that is said of a proof. A press of a button shows that somebody held the
 * link that was mailed to the address, never who it was; what staff or an import brought is a statement of the institution.
 */

/**
 * holder: whoever held the link pressed. provider: the mail provider reported it. institution: the institution stated it.
 */
export type EvidenceClass = "holder" | "provider" | "institution";

/** Of an event of a record, or of an act that is about people (an import, the end of a campaign). */
export function evidenceClass(event: {
  typ: string;
  channel?: unknown;
  class?: unknown;
  method?: unknown;
}): EvidenceClass {
  if (event.channel === "provider") return "provider";
  const pressed = event.channel === "page" || event.channel === "one-click";
  return pressed && event.class !== "staff" ? "holder" : "institution";
}
