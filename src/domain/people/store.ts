/** SQL of what a person is called, and of an address that several people read. */
import type { Write } from "../../platform/db.ts";

/** The address row with another name. Stale if the person has left, or shares it by now. */
export const nameWrite = (addressId: string, sealed: Uint8Array): Write => ({
  sql: "UPDATE address SET sealed=? WHERE id=? AND shared=0",
  args: [sealed, addressId],
  expect: 1,
});

/** Several people read the address, or one again. `sealed` holds no name any more. */
export const sharedWrite = (addressId: string, shared: boolean, sealed: Uint8Array): Write => ({
  sql: "UPDATE address SET shared=?, sealed=? WHERE id=?",
  args: [shared ? 1 : 0, sealed, addressId],
  expect: 1,
});
