/**
 * What a drill must show at its end (promises P5, P6 and P7): the provider's books against the database's. Pure; each
 * broken promise is one sentence, and says how often it was broken.
 */
import type { MessageRow, Person, Standing } from "./books.ts";
import type { Taken } from "./provider/provider.ts";

/** Somebody who left by one click, and was told so with 200. */
export interface Leaver {
  personId: string;
  /** Hand-overs that had reached the provider when the answer came: what came later may not hold a mail to him. */
  arrivals: number;
  /** How his message stood at that moment. */
  standing: Standing | undefined;
  /** Attempts of the batch he was in, at the end. */
  attemptsInTheEnd: number;
}

export interface Evidence {
  people: readonly Person[];
  messages: readonly MessageRow[];
  taken: readonly Taken[];
  leavers: readonly Leaver[];
  mailingState: string;
  /** As the desk and the command line tell them. */
  numbers: Record<"audience" | "sent" | "skipped" | "failed" | "unknown" | "waiting", number>;
  /** Whether nobody could know what became of this person's mail: in flight at a kill or a jump, or the provider's doing. */
  mayBeUnknown: (person: Person, batchId: string) => boolean;
  refuses: (address: string) => boolean;
  /** Rows that must not be there, by what they are. */
  leftOver: Record<string, number>;
  said: { bounced: ReadonlySet<string>; complained: ReadonlySet<string>; share: number } | undefined;
}

const SENT = ["sent", "delivered", "bounced", "complained"];

/** Every broken promise. */
export function brokenPromises(e: Evidence): string[] {
  const broken: string[] = [];
  const say = (promise: string, found: readonly unknown[]) => {
    if (found.length > 0) broken.push(`${promise}: ${found.length} (${found.slice(0, 3).map(show).join(", ")})`);
  };
  const at = new Map<string, Taken[]>();
  for (const mail of e.taken) at.set(mail.to, [...(at.get(mail.to) ?? []), mail]);
  const rows = new Map(e.messages.map((row) => [row.personId, row]));
  const left = new Map(e.leavers.map((leaver) => [leaver.personId, leaver]));
  const people = e.people.map((person) => {
    const mails = at.get(person.address) ?? [];
    return { ...person, mails, row: rows.get(person.personId), leaver: left.get(person.personId) };
  });
  type Side = (typeof people)[number];
  const find = (wrong: (side: Side) => boolean) => people.filter(wrong);
  const stateIn = (states: readonly string[]) => (side: Side) => states.includes(side.row?.state ?? "none");

  say(
    "P7 mailed twice",
    find(({ mails }) => mails.length > 1),
  );
  say(
    "P7 lost: never planned, and did not leave",
    find(({ row, leaver }) => !row && !leaver),
  );
  say("P7 lost: still waiting at the end", find(stateIn(["planned", "claimed"])));
  say(
    "P7 recorded as sent, the provider has nothing",
    find((side) => stateIn(SENT)(side) && side.mails.length === 0),
  );
  say(
    "P7 recorded as not sent, the provider has it",
    find((side) => stateIn(["skipped", "failed", "none"])(side) && side.mails.length > 0),
  );
  say(
    "P7 skipped without having left",
    find(({ row, leaver }) => row?.state === "skipped" && !leaver && row.ended === null),
  );
  say(
    "P7 failed, though the provider refuses nobody there",
    find(({ row, address }) => row?.state === "failed" && !e.refuses(address)),
  );
  say(
    "P7 unknown, though it was not in flight at a kill and its outcome was told",
    find((side) => side.row?.state === "unknown" && !e.mayBeUnknown(side, side.row.batchId ?? "")),
  );
  say(
    "P7 not skipped, failed or unknown: says no reason",
    find(({ row }) => ["skipped", "failed", "unknown"].includes(row?.state ?? "") && !row?.reason),
  );
  say(
    "P7 recorded under another id than the provider's",
    find(({ row, mails: [mail] }) => Boolean(row?.providerId && mail?.id && row.providerId !== mail.id)),
  );
  const { audience, sent, skipped, failed, unknown, waiting } = e.numbers;
  if (audience !== sent + skipped + failed + unknown || waiting !== 0 || audience !== e.messages.length)
    broken.push(`P7 the balance does not add up: ${JSON.stringify(e.numbers)}, rows ${e.messages.length}`);
  if (e.mailingState !== "sent") broken.push(`P7 the mailing is not sent at the end but ${e.mailingState}`);
  for (const [what, n] of Object.entries(e.leftOver)) if (n > 0) broken.push(`P7 left over at the end: ${n} ${what}`);

  const known = new Set(e.people.map((person) => person.address));
  say(
    "P6 a mail to somebody else, or to several",
    e.taken.filter(({ to }) => !known.has(to)),
  );
  say(
    "P5 mailed after a withdrawal that was answered before the hand-over",
    find(({ leaver, mails }) => leaver !== undefined && mails.some((mail) => tooLate(mail, leaver))),
  );
  say(
    "P5 live after a withdrawal that was answered",
    find(({ row, leaver }) => leaver !== undefined && row !== undefined && row.ended === null),
  );
  if (e.said) {
    const { bounced, complained, share } = e.said;
    const wrong = (addresses: ReadonlySet<string>, state: string) =>
      find(({ address, row, leaver }) => addresses.has(address) && !leaver && row?.state !== state);
    say("P7 the provider said that it bounced, the database does not", wrong(bounced, "bounced"));
    say("P5 the provider said that he complained, the database does not", wrong(complained, "complained"));
    say(
      "P7 delivered by the provider's word, the database does not say so",
      share < 1
        ? []
        : find(
            ({ row, mails, leaver }) => mails.length === 1 && !leaver && ["sent", "unknown"].includes(row?.state ?? ""),
          ),
    );
  }
  return broken;
}

/**
 * A mail that arrived after the answer is right only if its hand-over had begun: the leaver's batch was in an attempt, the
 * mail is of that batch, and no further attempt was made.
 */
function tooLate(mail: Taken, { arrivals, standing, attemptsInTheEnd }: Leaver): boolean {
  if (mail.arrival < arrivals) return false;
  if (standing?.batchState !== "attempted") return true;
  const sameBatch = mail.key === undefined || mail.key === `batch/${standing.batchId}`;
  return !sameBatch || attemptsInTheEnd !== standing.attempt;
}

function show(thing: unknown): string {
  const { personId, row, mails, to } = thing as Partial<{
    personId: string;
    row: MessageRow;
    mails: Taken[];
    to: string;
  }>;
  if (personId === undefined) return `to ${to}`;
  const { state = "no row", reason = null, batchId = null } = row ?? {};
  return `${personId} ${state}${reason ? `/${reason}` : ""} batch ${batchId ?? "none"} mails ${mails?.length}`;
}
