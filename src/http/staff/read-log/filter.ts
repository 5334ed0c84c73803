/** The filter of the lines as an address carries it: what does not parse is left out, never an error. */
import { endOfDay, isDay, later } from "../../../domain/consent/rules/days.ts";
import { isReadAct, OUTCOMES } from "../../../domain/read-log/rules/acts.ts";
import type { LineFilter, LineKey } from "../../../domain/read-log/views/lines.ts";

/** `1795341600000.3f2a…`: where a page begins. */
export function readKey(text: string | undefined): LineKey | undefined {
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(text ?? "") ?? [];
  return at && id ? { at: Number(at), id } : undefined;
}

const FIELDS = ["colleague", "act", "outcome", "from", "to", "since", "until", "before"] as const;

export interface ReadFilter {
  filter: Omit<LineFilter, "actor"> & { colleague?: string };
  /** The same as the links of the page carry it. */
  query: Record<string, string>;
}

/** Days are of the institution's zone, both included; `since` and `until` are moments. */
export function readFilter(given: (name: string) => string | undefined, zone: string): ReadFilter {
  const query: Record<string, string> = {};
  for (const name of FIELDS) if (given(name)) query[name] = given(name) ?? "";
  const { act = "", outcome, from = "", to = "", since = "", until = "", colleague = "" } = query;
  const ms = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);
  const how = OUTCOMES.find((one) => one === outcome);
  const first = isDay(from) ? endOfDay(later(from, { days: -1 }), zone) + 1 : ms(since);
  const last = isDay(to) ? endOfDay(to, zone) + 1 : ms(until);
  return {
    query,
    filter: {
      ...(/^[A-Za-z0-9-]{1,64}$/.test(colleague) && { colleague }),
      ...(isReadAct(act) && { act }),
      ...(how && { outcome: how }),
      from: first,
      to: last,
      before: readKey(query.before),
    },
  };
}
