/** One purpose of a person: the state, the consent over time, the time line of its events, and the same as a table. */
import type { Chain, ChainEvent } from "../../../domain/proofs/acts/chains.ts";
import type { Imported } from "../../../domain/proofs/acts/imported.ts";
import { showNumber } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { DataTable, Details, Tag } from "../parts.tsx";
import { Course } from "./course.tsx";
import { EventItem, howOf, ImportItem, type Told, whatOf } from "./event.tsx";
import { both, coded, moment, voice } from "./shared.tsx";

/** `alone`: the page has its state already. */
export function ChainSection({
  c,
  names,
  chain,
  imports,
  alone,
}: Told & { chain: Chain; imports: readonly Imported[]; alone: boolean }) {
  const t = voice(c);
  const title = both(c, chain.purpose.names);
  const id = `chain-${chain.recordId}`;
  return (
    <section class="desk-section" aria-labelledby={id}>
      <h2 id={id}>
        {title} {!alone && <Tag>{coded(t, "state", chain.state, "state.requested")}</Tag>}
      </h2>
      <Course c={c} chain={chain} />
      <ol class="desk-timeline above-4">
        {imports.map((one) => (
          <ImportItem c={c} names={names} one={one} />
        ))}
        {chain.events.map((event) => (
          <EventItem c={c} names={names} event={event} lists={chain.lists} />
        ))}
      </ol>
      <Details summary={t("table.title")}>
        <EventTable c={c} label={`${t("table.title")}: ${title}`} events={chain.events} />
      </Details>
    </section>
  );
}

/** An import that no answer followed: of the purpose there is nothing but the institution's statement. */
export function ImportSection({ c, names, imports }: Told & { imports: readonly Imported[] }) {
  const t = voice(c);
  const [first] = imports;
  if (!first) return null;
  const id = `import-${first.eid}`;
  return (
    <section class="desk-section" aria-labelledby={id}>
      <h2 id={id}>
        {both(c, first.list.names)} <Tag>{t("state.import")}</Tag>
      </h2>
      <p>{t("chain.untold")}</p>
      <ol class="desk-timeline above-4">
        {imports.map((one) => (
          <ImportItem c={c} names={names} one={one} />
        ))}
      </ol>
    </section>
  );
}

function EventTable({ c, label, events }: { c: StaffContext; label: string; events: readonly ChainEvent[] }) {
  const t = voice(c);
  const { lang } = c.var;
  return (
    <DataTable
      label={label}
      width="wide"
      columns={[
        { head: t("table.when") },
        { head: t("table.what") },
        { head: t("table.class") },
        { head: t("table.how") },
        { head: t("table.entry"), num: true },
        { head: t("table.sealed") },
      ]}
      rows={events.map(({ at, said, place }) => ({
        cells: [
          moment(c, at),
          whatOf(c, said.typ),
          t(`class.${said.evidence}`),
          howOf(c, said.method),
          place ? showNumber(place.index, lang) : "",
          place?.sealed ? moment(c, place.sealed.at) : t("unsealed"),
        ],
      }))}
    />
  );
}
