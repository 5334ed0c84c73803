/**
 * Links in mails. A link token is stateless, holds no address, is valid for ever and says what it is for:
 *
 *     base64url( kind (1) ‖ key id (4) ‖ subscription id (16) ‖ mailing id (16) ‖ mac (16) )
 *     mac = first 16 bytes of HMAC-SHA-256(TOKEN key, "pieteka/token/1" ‖ all before)
 *
 * The kind is inside the check, so a token made for one path is refused on another. 53 bytes, 71 characters.
 */
import { base64url, concat, hex, sameBytes, unbase64url, utf8 } from "./encoding.ts";
import { bytesUuid, uuidBytes } from "./ids.ts";
import type { KeyRing } from "./keys.ts";
import { preparedMac } from "./vault.ts";

/** r re-consent, u unsubscribe, n not me, q quote, o outreach: the first letter of the path. */
export type LinkKind = "r" | "u" | "n" | "q" | "o";

export interface LinkTarget {
  subscriptionId: string;
  /** Of `n` the event of the consent. */
  mailingId: string;
}

/** The mailing id of a link that belongs to no mailing. */
export const NO_MAILING = "00000000-0000-0000-0000-000000000000";

export interface Tokens {
  /** Makes a token under the newest TOKEN key, or under the key with this id (a mailing freezes its key). */
  make(kind: LinkKind, target: LinkTarget, keyId?: string): string;
  /** What a token of this kind points at; undefined for anything else. */
  read(kind: LinkKind, token: string): LinkTarget | undefined;
  /** Id of the newest key, to be frozen by a mailing. */
  readonly keyId: string;
}

const DOMAIN = utf8("pieteka/token/1");

/** Tokens over the TOKEN_KEYS ring. Old keys stay in the ring for ever, to verify. */
export function createTokens(ring: KeyRing): Tokens {
  const macs = new Map(ring.all.map((key) => [key.id, preparedMac(key.bytes)]));
  const sign = (keyId: string, body: Uint8Array) => macs.get(keyId)?.(concat(DOMAIN, body)).slice(0, 16);
  return {
    keyId: ring.newest.id,
    make(kind, target, keyId = ring.newest.id) {
      const key = ring.get(keyId);
      if (!key) throw new Error("the token key of this mailing is not in TOKEN_KEYS");
      const body = concat(utf8(kind), key.idBytes, uuidBytes(target.subscriptionId), uuidBytes(target.mailingId));
      return base64url(concat(body, sign(key.id, body) as Uint8Array));
    },
    read(kind, token) {
      if (token.length !== 71) return undefined;
      const bytes = unbase64url(token);
      if (bytes?.length !== 53 || bytes[0] !== kind.charCodeAt(0)) return undefined;
      const signed = sign(hex(bytes.subarray(1, 5)), bytes.subarray(0, 37));
      if (!signed || !sameBytes(signed, bytes.subarray(37))) return undefined;
      return {
        subscriptionId: bytesUuid(bytes.subarray(5, 21)),
        mailingId: bytesUuid(bytes.subarray(21, 37)),
      };
    },
  };
}
