/** Gives everybody in the database the same name, sealed as an import seals it. */
import type { Deps } from "../../src/deps.ts";
import { addressPlace } from "../../src/domain/people/rules.ts";

export async function sealNames({ db, vault }: Pick<Deps, "db" | "vault">, name: string): Promise<void> {
  const { rows } = await db.client.execute("SELECT id, sealed FROM address");
  for (const row of rows) {
    const id = String(row.id);
    const { address } = JSON.parse(vault.open(addressPlace(id), new Uint8Array(row.sealed as ArrayBuffer)));
    const sealed = vault.seal(addressPlace(id), JSON.stringify({ address, name }));
    await db.client.execute({ sql: "UPDATE address SET sealed = ? WHERE id = ?", args: [sealed, id] });
  }
}
