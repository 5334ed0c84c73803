/**
 * Signed notes (C2SP signed-note), Ed25519 (type 0x01): text, an empty line, and one line per signature.
 *
 *     — news.ministry.example/log base64(key id (4) ‖ signature (64))
 *     key id = first 4 bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key)
 *     vkey   = name+hex(key id)+base64(0x01 ‖ public key)
 */
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { base64, concat, hex, sameBytes, unbase64url, unhex, utf8 } from "../../../platform/encoding.ts";

const ED25519 = 0x01;
const MAX_SIGNATURES = 32;
const NAME = /^[^\s+\p{Z}\p{Cc}]+$/u;

export interface NoteKey {
  name: string;
  /** Hex of the four bytes. */
  id: string;
  publicKey: Uint8Array;
}
export interface NoteSigner extends NoteKey {
  seed: Uint8Array;
}
export interface NoteSignature {
  name: string;
  id: string;
  signature: Uint8Array;
}

/** A verification key from its name and public key. */
export function noteKey(name: string, publicKey: Uint8Array): NoteKey {
  if (!NAME.test(name) || publicKey.length !== 32) throw new Error("not a name and key for signing notes");
  const id = hex(sha256(concat(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey)).subarray(0, 4));
  return { name, id, publicKey };
}

/** A signing key from its name and Ed25519 seed (RFC 8032, 32 bytes). */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  return { ...noteKey(name, ed25519.getPublicKey(seed)), seed };
}

/** The text by which a verification key is handed out. */
export function vkeyText({ name, id, publicKey }: NoteKey): string {
  return `${name}+${id}+${base64(concat(Uint8Array.of(ED25519), publicKey))}`;
}

/** Reads a vkey; undefined unless type and key id are right. */
export function readVkey(text: string): NoteKey | undefined {
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(text);
  const bytes = match && unbase64(match[3] as string);
  if (!match || bytes?.length !== 33 || bytes[0] !== ED25519 || !NAME.test(match[1] as string)) return undefined;
  const key = noteKey(match[1] as string, bytes.slice(1));
  return key.id === match[2] ? key : undefined;
}

/** Signs a text that ends in a newline. Deterministic: the same text and keys give the same note. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!text.endsWith("\n") || !isClean(text)) throw new Error("not the text of a note");
  const lines = signers.map(({ name, id, seed }) => {
    const signature = ed25519.sign(utf8(text), seed);
    return `— ${name} ${base64(concat(unhex(id), signature))}\n`;
  });
  return `${text}\n${lines.join("")}`;
}

/** Takes a note apart without verifying it; undefined if it is malformed. */
export function readNote(note: string): { text: string; signatures: NoteSignature[] } | undefined {
  const at = note.lastIndexOf("\n\n");
  if (at < 0 || !note.endsWith("\n") || !isClean(note)) return undefined;
  const lines = note.slice(at + 2, -1).split("\n");
  if (lines.length > MAX_SIGNATURES) return undefined;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const [dash, name, code, ...more] = line.split(" ");
    const bytes = unbase64(code ?? "");
    if (dash !== "—" || !name || !NAME.test(name) || more.length > 0 || !bytes || bytes.length < 5) return undefined;
    signatures.push({ name, id: hex(bytes.subarray(0, 4)), signature: bytes.slice(4) });
  }
  return { text: note.slice(0, at + 1), signatures };
}

/**
 * The text of a note and the keys that signed it. undefined if the note is malformed, if no known key signed it, or if
 * the line of a known key is wrong or doubled. Lines of unknown keys are passed over.
 */
export function openNote(note: string, keys: readonly NoteKey[]): { text: string; by: NoteKey[] } | undefined {
  const read = readNote(note);
  if (!read) return undefined;
  const by: NoteKey[] = [];
  for (const { name, id, signature } of read.signatures) {
    const key = keys.find((k) => k.name === name && k.id === id);
    if (!key) continue;
    if (by.some((k) => sameBytes(k.publicKey, key.publicKey))) return undefined;
    if (signature.length !== 64 || !isSigned(signature, read.text, key)) return undefined;
    by.push(key);
  }
  return by.length > 0 ? { text: read.text, by } : undefined;
}

/** Strict RFC 8032 verification; a public key that is no point of the curve verifies nothing. */
function isSigned(signature: Uint8Array, text: string, key: NoteKey): boolean {
  try {
    return ed25519.verify(signature, utf8(text), key.publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/** Well-formed Unicode without control characters below U+0020 other than newline. */
function isClean(text: string): boolean {
  return !/\p{Cs}/u.test(text) && !text.split("").some((char) => char < " " && char !== "\n");
}

/** Decodes RFC 4648 section 4 base64 with padding; undefined for anything that does not encode to the same text again. */
export function unbase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  const bytes = unbase64url(text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, ""));
  return bytes && base64(bytes) === text ? bytes : undefined;
}

/** Decodes a hash of 32 bytes. */
export function unbase64Hash(text: string): Uint8Array | undefined {
  const bytes = unbase64(text);
  return bytes?.length === 32 ? bytes : undefined;
}
