/** Rows as they are after a loss of keys: sealed under a key that no ring has; or changed, which is another fault. */
import type { Client } from "@libsql/client";

type Table = "address" | "intake";

/** The key of these rows is lost. `where`: SQL. */
export const loseKeyOf = (client: Client, table: Table, where = "1") =>
  client.execute(`UPDATE ${table} SET sealed = unhex('00000000' || hex(substr(sealed, 5))) WHERE ${where}`);

/** A bit of these rows is changed under a key that is there. */
export const spoil = (client: Client, table: Table, where = "1") =>
  client.execute(
    `UPDATE ${table} SET sealed = unhex(hex(substr(sealed, 1, length(sealed) - 1)) || '00') WHERE ${where}`,
  );
