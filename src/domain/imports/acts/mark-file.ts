/** The mark of a file, made of the SHA-256 of its bytes (hex) under the newest key. */
import type { Deps } from "../../../deps.ts";
import { hex, unhex } from "../../../platform/encoding.ts";
import { markText } from "../rules/evidence.ts";

export function markFile({ vault }: Pick<Deps, "vault">, sha256: string): string {
  const [tag] = vault.fileTags(unhex(sha256));
  if (!tag) throw new Error("a key ring is empty");
  return markText(hex(tag));
}
