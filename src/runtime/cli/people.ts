/** `look-up`, `withdraw`: one person, by the exact address. `-` reads the address from standard input. */
import { HOW_ASKED, type RecordedRefusal, recordRefusal, WHO_ASKED } from "../../domain/consent/record-refusal.ts";
import { dayOf } from "../../domain/consent/rules/days.ts";
import { readInstitution } from "../../domain/institution/views.ts";
import { type LookUp, lookUpPerson } from "../../domain/people/look-up.ts";
import { WHY } from "../../domain/read-log/rules/why.ts";
import { type Command, maybe, operatorOf, text, UsageError, word } from "./command.ts";
import { listNamed, readAddress } from "./input.ts";

export const lookUp: Command = {
  name: "look-up",
  usage: "<address>",
  summary: "show what is held about one address; the look-up is recorded",
  words: 1,
  fields: { address: "<address>" },
  options: { why: { type: "string", about: `${WHY.join(", ")}; the person can learn it` } },
  run: (deps, given) => {
    const typed = maybe(given, "why");
    const why = typed === undefined ? undefined : among(WHY, typed, "why");
    return lookUpPerson(deps, operatorOf(given), { address: readAddress(word(given, 0)), why });
  },
  show: ({ card, left, pendingSignUpUntil: until, lastMailUntil: last }: LookUp) =>
    [
      card ? `${card.address}, ${card.name || "no name"}, ${card.language}` : "Nobody on a list has this address.",
      ...(last ? [`A last mail waits for it; held, sealed, until ${new Date(last).toISOString()}.`] : []),
      ...(until ? [`A sign-up waits for confirmation; held until ${new Date(until).toISOString()}.`] : []),
      ...(card?.memberships ?? []).map((m) => `  ${m.list.names.en}: ${m.state}`),
      ...(card?.records ?? []).map((r) => `  ${r.purpose.names.en}: ${r.state}`),
      ...left.map((mark) => `  Left: ${mark.purpose?.names.en ?? "everything"}, ${mark.reason}, ${mark.day}`),
    ].join("\n"),
};

export const withdraw: Command = {
  name: "withdraw",
  usage: "<address> --how <how> (--list <list> | --everything)",
  summary: "record a “no” that came by telephone, letter or reply: same deletion, same proof",
  words: 1,
  options: {
    how: { type: "string", required: true, about: HOW_ASKED.join(", ") },
    who: { type: "string", about: `${WHO_ASKED.join(", ")}; person if not given` },
    day: { type: "string", about: "day on which it was said, YYYY-MM-DD; today if not given" },
    list: { type: "string", about: "list whose purpose ends" },
    everything: { type: "boolean", about: "every list, and the address is deleted" },
  },
  run: async (deps, given) => {
    const how = among(HOW_ASKED, text(given, "how"), "how");
    const who = among(WHO_ASKED, maybe(given, "who") ?? "person", "who");
    const list = maybe(given, "list");
    if ((list === undefined) === (given.options.everything !== true))
      throw new UsageError("Say either --list or --everything.");
    const zone = (await readInstitution(deps.db))?.timeZone ?? "UTC";
    return recordRefusal(deps, operatorOf(given), {
      address: readAddress(word(given, 0)),
      purposeId: list === undefined ? "everything" : (await listNamed(deps, list)).purposeId,
      how,
      who,
      day: maybe(given, "day") ?? dayOf(deps.clock.now(), zone),
    });
  },
  fields: { address: "<address>", purposeId: "--list" },
  show: showRefusal,
};

/** What ended and what stays. Of an address that was on no such list nothing ended, and only the mark and the proof stay. */
function showRefusal(r: RecordedRefusal): string {
  const names = (lists: RecordedRefusal["ended"]) => lists.map((l) => l.en).join(", ");
  return [
    r.onList
      ? `Recorded as ${r.eid}. Ended: ${names(r.ended)}.`
      : `Recorded as ${r.eid}. The address was on no such list; a mark and the proof are kept, so that it cannot be added.`,
    ...(r.erased ? [deleted(r)] : []),
    ...(r.remaining.length > 0 ? [`The address stays for: ${names(r.remaining)}.`] : []),
    `The proof is kept until ${r.proofUntilDay}.`,
  ].join("\n");
}

const deleted = ({ lastMailUntil: until }: RecordedRefusal) =>
  until === undefined
    ? "The address is deleted."
    : `The address is off all lists. One last mail goes to it; until ${new Date(until).toISOString()} at most it is held, sealed, for that.`;

function among<T extends string>(choices: readonly T[], typed: string, option: string): T {
  const found = choices.find((choice) => choice === typed);
  if (!found) throw new UsageError(`--${option} is one of ${choices.join(", ")}.`);
  return found;
}
