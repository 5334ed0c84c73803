/** What a person sees of the first rows to recognise the columns: never a whole address or name. */
import { and, asc, eq, gte, lt } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { importPage } from "../../../platform/schema.ts";
import type { Vault } from "../../../platform/vault.ts";
import { maskAddress } from "../../people/rules.ts";
import type { Recorded } from "../../read-log/acts/record.ts";
import { SAMPLE_PAGE, STOP_PAGES } from "../rules/cursor.ts";
import { maskName } from "../rules/mask.ts";
import type { Samples } from "../rules/samples.ts";
import { readPage } from "../views.ts";

export interface Sample {
  email: string;
  name: string;
  language: string;
}

/** One masked row of a checked import, if it can be one with a diacritic in the name: a wrong encoding shows there. */
export async function readSample(
  deps: { db: Database; vault: Pick<Vault, "open"> },
  _: Recorded,
  importId: string,
): Promise<Sample | undefined> {
  const page = await deps.db.read
    .select({ n: importPage.n, sealed: importPage.sealed })
    .from(importPage)
    .where(and(eq(importPage.importId, importId), gte(importPage.n, 0), lt(importPage.n, STOP_PAGES)))
    .orderBy(asc(importPage.n))
    .limit(1)
    .get();
  if (!page) return undefined;
  const rows = JSON.parse(deps.vault.open(placeOf(importId, page.n), page.sealed)) as {
    address: string;
    name: string;
    language: string;
  }[];
  const masked = rows.map((row) => ({
    email: maskAddress(row.address),
    name: maskName(row.name),
    language: row.language,
  }));
  return masked.find((row) => /[^\p{ASCII}•]/u.test(row.name)) ?? masked.find((row) => row.name !== "") ?? masked[0];
}

/** The masked samples of each kind that the check has found so far. */
export async function readSamples(
  deps: { db: Database; vault: Pick<Vault, "open"> },
  _: Recorded,
  importId: string,
): Promise<Samples> {
  const page = await readPage(deps.db, importId, SAMPLE_PAGE);
  return page ? (JSON.parse(deps.vault.open(placeOf(importId, SAMPLE_PAGE), page.sealed)) as Samples) : {};
}

const placeOf = (importId: string, n: number) => ({ table: "import_page", column: "sealed", row: `${importId}/${n}` });
