/** A database of a test outlives no power failure, so it need not wait for the disk. What happens in it is the same. */
import type { Client } from "@libsql/client";

/** For a database that only this process uses. */
export async function noPowerFailure(client: Client): Promise<void> {
  await client.execute("PRAGMA synchronous = OFF");
}
