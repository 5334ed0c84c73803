/** Signed notes against the examples of C2SP signed-note and golang.org/x/mod/sumdb/note, and Ed25519 against RFC 8032. */
import { ed25519 } from "@noble/curves/ed25519.js";
import { expect, test } from "vitest";
import {
  noteSigner,
  openNote,
  readNote,
  readVkey,
  signNote,
  unbase64,
  vkeyText,
} from "../../src/domain/proof-log/rules/note.ts";
import { hex, unhex } from "../../src/platform/encoding.ts";

const SPEC_VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const SPEC_NOTE = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;
const GO_VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const GO_SEED = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const GO_TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const GO_LINE =
  "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const ENOCH_VKEY = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
const ENOCH_LINE =
  "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
const key = (vkey: string) => {
  const read = readVkey(vkey);
  if (!read) throw new Error(`not a vkey: ${vkey}`);
  return read;
};

test("vkeys of other programs are read and written back byte for byte", () => {
  for (const vkey of [SPEC_VKEY, GO_VKEY, ENOCH_VKEY]) expect(vkeyText(key(vkey))).toBe(vkey);
});

test("no cutting of a vkey passes, nor a wrong id, type or length", () => {
  for (let i = 0; i < GO_VKEY.length; i++)
    for (let j = i + 1; j <= GO_VKEY.length; j++)
      if (i > 0 || j < GO_VKEY.length) expect(readVkey(GO_VKEY.slice(i, j))).toBeUndefined();
  expect(readVkey("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==")).toBeUndefined();
  expect(readVkey("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")).toBeUndefined();
});

test("the notes of the specification and of Go open; one changed letter closes them", () => {
  expect(openNote(SPEC_NOTE, [key(SPEC_VKEY)])?.text).toBe("This is an example message.\n");
  const two = `${GO_TEXT}\n${GO_LINE}${ENOCH_LINE}`;
  expect(openNote(two, [key(GO_VKEY), key(ENOCH_VKEY)])?.by.map((k) => k.name)).toEqual(["PeterNeumann", "EnochRoot"]);
  expect(openNote(two, [key(ENOCH_VKEY)])?.by).toHaveLength(1);
  expect(openNote(two.replace("answer", "Answer"), [key(GO_VKEY)])).toBeUndefined();
});

test("signing gives Go's note byte for byte", () => {
  const signer = noteSigner("PeterNeumann", (unbase64(GO_SEED) as Uint8Array).slice(1));
  expect(vkeyText(signer)).toBe(GO_VKEY);
  expect(signNote(GO_TEXT, [signer])).toBe(`${GO_TEXT}\n${GO_LINE}`);
});

test("a note is refused if a known key's line is false or doubled, or if its form is not exact", () => {
  const keys = [key(GO_VKEY), key(ENOCH_VKEY)];
  const note = `${GO_TEXT}\n${GO_LINE}`;
  const forged = ENOCH_LINE.replace("rwz+eB", "rwz+eA");
  expect(openNote(note + forged, keys)).toBeUndefined();
  expect(openNote(note + GO_LINE, keys)).toBeUndefined();
  expect(openNote(note, [key(ENOCH_VKEY)])).toBeUndefined();
  for (const bad of [
    note.replaceAll("\n", "\r\n"),
    note.slice(0, -1),
    note.replace("\n\n", "\n"),
    note.replace("problem", "prob\tlem"),
    note.replace("problem", "prob\0lem"),
    note.replace("problem", "prob\ud800lem"),
    note.replace("nAM=", "nAN="),
    note.replace("nAM=", "nAM"),
    note.replace("— PeterNeumann ", "- PeterNeumann "),
    note.replace("— PeterNeumann ", "— Peter+Neumann "),
    note.replace("— PeterNeumann ", "— Peter\u00a0Neumann "),
    note.replace("— PeterNeumann ", "—  PeterNeumann "),
  ])
    expect(readNote(bad) && openNote(bad, keys)).toBeUndefined();
});

test("Ed25519 signs as in RFC 8032 section 7.1", () => {
  for (const [seed, publicKey, message, signature] of [
    [
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
      "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ],
    [
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
      "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ],
  ] as const) {
    expect(hex(ed25519.getPublicKey(unhex(seed)))).toBe(publicKey);
    expect(hex(ed25519.sign(unhex(message), unhex(seed)))).toBe(signature);
  }
});
