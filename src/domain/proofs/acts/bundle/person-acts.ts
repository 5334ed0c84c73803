/** What the institution did with a person before he acted: the imports that brought him, and the mailings that were to ask him. */
import { utf8 } from "../../../../platform/encoding.ts";
import { personFacts } from "../../../imports/rules/evidence.ts";
import { readEvent } from "../../../proof-log/rules/event.ts";
import type { SignedHead } from "../../../proof-log/views.ts";
import type { ActPart } from "../../rules/bundle/parts.ts";
import type { PersonInAct } from "../../rules/bundle/people.ts";
import type { ReportAsked, ReportImport } from "../../rules/report/content.ts";
import { type AskedRow, askedFacts, readAsked } from "../../views/asked.ts";
import { type ImportedRow, readImported } from "../../views/imported.ts";
import { actParts, partIn } from "./acts.ts";
import type { BundleDeps, BundleHouse } from "./house.ts";

export interface PersonActs {
  acts: ActPart[];
  imports: ReportImport[];
  asked: ReportAsked[];
  /** Hashes of the questions that the mailings asked. */
  texts: string[];
  heads: (SignedHead | undefined)[];
}

/** Of the person, or of the owner of these records; `email`: opens his part in imports, which commit to the address. */
export async function personActs(
  deps: BundleDeps,
  house: BundleHouse,
  of: { personId?: string | undefined; records: readonly string[]; email?: string | undefined },
): Promise<PersonActs> {
  const whose = { personId: of.personId, records: of.records };
  const [imported, asked] = await Promise.all([readImported(deps.db, whose), readAsked(deps.db, whose)]);
  // One page may have brought, or asked, him on several lists; its event stands once.
  const events = new Map([...imported, ...asked].map(({ event }) => [event.eid, event]));
  const placed = await actParts(deps, house, [...house.openings, ...events.values()]);
  const made: PersonActs = { acts: [], imports: [], asked: [], texts: [], heads: placed.map(({ head }) => head) };
  for (const { part, row, index } of placed) {
    const brought = imported.filter(({ event }) => event.eid === row.eid);
    const pages = asked.filter(({ event }) => event.eid === row.eid);
    const people = [
      ...brought.flatMap((one) => importedPart(one, of.email) ?? []),
      ...pages.flatMap((one) => askedPart(one) ?? []),
    ];
    made.acts.push({ ...part, ...(people.length > 0 && { people }) });
    made.imports.push(...brought.map((one) => toldImport(one, index)));
    made.asked.push(...pages.map((one) => toldAsked(one, index)));
    if (pages.length > 0) made.texts.push(...questionsIn(row.body));
  }
  return made;
}

/** Hashes of the texts that an act says were put before people. */
export function questionsIn(body: string): string[] {
  const { questions } = (readEvent(utf8(body)) ?? {}) as { questions?: Record<string, string> };
  return Object.values(questions ?? {});
}

/** Undefined where the salt is gone, or the address is another one. */
function importedPart({ event, salt, personId, subscriptionId, since }: ImportedRow, email: string | undefined) {
  if (!salt || personId === null || since === null || email === undefined) return undefined;
  return partIn(event.commitments, salt, personFacts({ normalised: email, personId, subscriptionId, since }));
}

const askedPart = ({ event, salt, ...who }: AskedRow): PersonInAct | undefined =>
  partIn(event.commitments, salt, askedFacts(who, event.eid));

/** What an office claims → letter of GDPR Art. 6(1). */
const BASES: Readonly<Record<string, ReportImport["basis"]>> = { consent: "a", task: "e", interests: "f" };

function toldImport({ event, list }: ImportedRow, index: number | undefined): ReportImport {
  const said = readEvent(utf8(event.body));
  const text = (name: string) => (typeof said?.[name] === "string" ? (said[name] as string) : "");
  const basis = BASES[text("basis")];
  return {
    eid: event.eid,
    at: event.at,
    ...(index !== undefined && { index }),
    list: list.names,
    source: text("source"),
    ...(basis && { basis }),
    since: text("since"),
    proof: text("proof") === "none" ? "" : text("proof"),
    rows: typeof said?.rows === "number" ? said.rows : 0,
  };
}

function toldAsked({ event, mailing, title }: AskedRow, index: number | undefined): ReportAsked {
  const { eid, at } = event;
  const said = readEvent(utf8(event.body)) as { typ: string; people?: { count: number } } | undefined;
  const people = said?.people?.count ?? 0;
  return { eid, typ: said?.typ ?? "", at, ...(index !== undefined && { index }), mailing, title, people };
}
