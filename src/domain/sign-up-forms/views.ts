/** Reads of forms that were made for other sites. */
import { desc, eq } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { notice, signUpForm } from "../../platform/schema.ts";
import { asLang, type Lang } from "../../texts/say.ts";

export interface MadeForm {
  /** SHA-256 of its words, hex: its name in the snippet and in the evidence. */
  sha256: string;
  language: Lang;
  /** Ids of the lists that it offers. */
  lists: string[];
  /** Hashes of the statements that it shows. */
  statements: string[];
  madeAt: number;
  endedAt: number | null;
}

const asForm = (row: typeof signUpForm.$inferSelect): MadeForm => ({
  ...row,
  language: asLang(row.language) ?? "lv",
});

/** The form of this hash, ended ones included. */
export async function readForm(db: Database, sha256: string): Promise<MadeForm | undefined> {
  const row = await db.read.select().from(signUpForm).where(eq(signUpForm.sha256, sha256)).get();
  return row && asForm(row);
}

/** All of them, newest first: an office makes a few in a year. */
export async function readForms(db: Database): Promise<MadeForm[]> {
  const rows = await db.read.select().from(signUpForm).orderBy(desc(signUpForm.madeAt), signUpForm.sha256);
  return rows.map(asForm);
}

/** The words that a form is kept as, of whatever place. */
export async function readWords(db: Database, sha256: string): Promise<string | undefined> {
  const row = await db.read
    .select({ body: notice.body, kind: notice.kind })
    .from(notice)
    .where(eq(notice.sha256, sha256))
    .get();
  return row?.kind === "form" ? row.body : undefined;
}
