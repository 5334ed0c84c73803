/** Writes of forms that were made for other sites. */
import { sql } from "drizzle-orm";
import { type Database, type Write, write } from "../../platform/db.ts";
import { signUpForm } from "../../platform/schema.ts";
import type { MadeForm } from "./views.ts";

/** A form, or one that had ended and is good again. */
export function makeWrite(db: Database, { endedAt: _, ...form }: MadeForm): Write {
  return write(
    db.read
      .insert(signUpForm)
      .values(form)
      .onConflictDoUpdate({ target: signUpForm.sha256, set: { endedAt: null, madeAt: form.madeAt } }),
  );
}

/** From now on nothing is taken from it. */
export function endWrite(db: Database, sha256: string, at: number): Write {
  return write(
    db.read
      .update(signUpForm)
      .set({ endedAt: at })
      .where(sql`${signUpForm.sha256} = ${sha256} and ${signUpForm.endedAt} is null`),
    1,
  );
}
