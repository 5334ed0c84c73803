/** The list that an import is for, and what it takes. */
import type { Deps } from "../../../deps.ts";
import { concat } from "../../../platform/encoding.ts";
import type { Tag } from "../../../platform/vault.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { dayOf } from "../../consent/rules/days.ts";
import type { Institution } from "../../institution/rules.ts";
import { readInstitution } from "../../institution/views.ts";
import { type List, listAccepts } from "../../lists/rules.ts";
import { readList } from "../../lists/views.ts";
import type { RowSettings } from "../rules/row.ts";
import { type PageStanding, readPageStanding } from "../views/standing.ts";
import type { Import } from "../views.ts";

export interface Target {
  list: List;
  office: Institution;
  today: string;
}

/** Loads it. Refuses a list that takes nobody any more. */
export async function loadTarget(deps: Pick<Deps, "db" | "clock">, listId: string): Promise<Target | Refusal> {
  const [list, office] = await Promise.all([readList(deps.db, listId), readInstitution(deps.db)]);
  if (!office) return refuse("institution.missing");
  if (!list) return refuse("imports.list_unknown");
  if (list.state !== "active") return refuse("imports.list_ended");
  return { list, office, today: dayOf(deps.clock.now(), office.timeZone) };
}

/** What a row is asked. */
export function rowSettings({ list, office, today }: Target, kind: Import["kind"]): RowSettings {
  return {
    accepts: (domain) => listAccepts(list.kind, domain, office.ownDomains),
    defaultLanguage: office.languages[0] ?? "lv",
    today,
    optOuts: kind === "opt-outs",
  };
}

/** An address with its tags under every key, newest first: made once, because they cost more than the rest of a row. */
export interface Tagged {
  tags: Tag[];
  suppressionTags: Tag[];
}

export function taggedOf(deps: Pick<Deps, "vault">, one: { normalised: string }): Tagged {
  return { tags: deps.vault.tags(one.normalised), suppressionTags: deps.vault.suppressionTags(one.normalised) };
}

/** Where addresses stand now; with an import also where its file had them before. */
export function standingOf(
  deps: Pick<Deps, "db">,
  list: List,
  addresses: readonly Tagged[],
  importId?: string,
): Promise<PageStanding> {
  return readPageStanding(
    deps.db,
    { listId: list.id, purposeId: list.purposeId, ...(importId === undefined ? {} : { importId }) },
    {
      addresses: addresses.length,
      tags: concat(...addresses.flatMap((one) => one.tags.map((t) => t.tag))),
      suppressionTags: concat(...addresses.flatMap((one) => one.suppressionTags.map((t) => t.tag))),
    },
  );
}

/** Where a page of an import is sealed. */
export const pagePlace = (importId: string, n: number) => ({
  table: "import_page",
  column: "sealed",
  row: `${importId}/${n}`,
});
