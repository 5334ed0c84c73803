/** Every text format reads back what it wrote and takes nothing that it would not have written. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, readCanonical } from "../../../src/domain/proof-log/rules/canonical.ts";
import { checkpointText, readCheckpointText } from "../../../src/domain/proof-log/rules/checkpoint.ts";
import { noteSigner, openNote, readNote, readVkey, signNote } from "../../../src/domain/proof-log/rules/note.ts";
import { proofFileText, readProofFile } from "../../../src/domain/proof-log/rules/proof-file.ts";
import { readTilePath, tilePath } from "../../../src/domain/proof-log/rules/tile.ts";
import { utf8 } from "../../../src/platform/encoding.ts";

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const size = fc.maxSafeNat();
const text = fc.string({ unit: "binary", maxLength: 60 });

test("tile paths", () => {
  const level = fc.oneof(fc.constant("entries" as const), fc.nat(63));
  fc.assert(
    fc.property(level, fc.nat(999_999_999_999), fc.integer({ min: 1, max: 256 }), (l, n, width) => {
      expect(readTilePath(tilePath({ level: l, n, width }))).toEqual({ level: l, n, width });
    }),
  );
  const near = fc.string({ unit: fc.constantFrom(..."tile/entriesx0123456789.p"), maxLength: 30 });
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        near.map((end) => `tile/${end}`),
      ),
      (path) => {
        const read = readTilePath(path);
        if (read) expect(tilePath(read)).toBe(path);
      },
    ),
    { numRuns: 2000 },
  );
});

test("checkpoints and notes", () => {
  const signer = noteSigner("log.example/test", new Uint8Array(32).fill(9));
  fc.assert(
    fc.property(size, hash, (n, root) => {
      const written = checkpointText({ origin: "log.example/test", size: n, root });
      expect(readCheckpointText(written)).toEqual({ origin: "log.example/test", size: n, root });
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (body) => {
      const note = signNote(`${body.replace(/\p{Cc}/gu, "")}\n`, [signer]);
      expect(openNote(note, [signer])?.by).toEqual([signer]);
    }),
    { numRuns: 30 },
  );
  fc.assert(
    fc.property(text, (anything) => {
      expect(() => [
        readNote(anything),
        readVkey(anything),
        readCheckpointText(anything),
        readProofFile(anything),
      ]).not.toThrow();
    }),
    { numRuns: 1000 },
  );
});

test("proof files", () => {
  fc.assert(
    fc.property(fc.option(hash, { nil: undefined }), size, fc.array(hash, { maxLength: 20 }), (extra, index, proof) => {
      const file = { ...(extra ? { extra } : {}), index, proof, checkpoint: "log.example/test\n1\nx\n\n— a b\n" };
      expect(readProofFile(proofFileText(file))).toEqual(file);
    }),
  );
});

test("canonical JSON", () => {
  const nfc = fc.string({ unit: "grapheme" }).map((s) => s.normalize("NFC"));
  const name = fc.string({
    minLength: 1,
    maxLength: 8,
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((c) => String.fromCharCode(c)),
  });
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom(null, true, false),
      fc.maxSafeInteger(),
      nfc,
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(name, tie("value"), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(value, (json) => {
      const written = canonicalJson(json as never);
      expect(readCanonical(utf8(written))).toEqual(JSON.parse(written));
      expect(readCanonical(utf8(` ${written}`))).toBeUndefined();
    }),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => void readCanonical(bytes)));
});
