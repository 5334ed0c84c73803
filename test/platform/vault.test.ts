import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { base64url, hex } from "../../src/platform/encoding.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { type KeyRings, newRingText, RING_NAMES, readRing } from "../../src/platform/keys.ts";
import { createVault } from "../../src/platform/vault.ts";

const rings = (more: Partial<Record<string, string>> = {}) =>
  Object.fromEntries(
    RING_NAMES.map((name) => [name, readRing(name, more[name] ?? newRingText(randomIds))]),
  ) as KeyRings;
const place = { table: "address", column: "sealed", row: "1" };

describe("a sealed value", () => {
  const vault = createVault(rings(), randomIds);

  it("opens to what was sealed, whatever it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => vault.open(place, vault.seal(place, text)) === text),
    );
  });

  it("does not show the address, and differs each time", () => {
    const [one, two] = [vault.seal(place, "anna@pasts.example"), vault.seal(place, "anna@pasts.example")];
    expect(Buffer.from(one).toString("latin1")).not.toContain("anna");
    expect(hex(one)).not.toBe(hex(two));
  });

  it("moved to another row, column or table does not open", () => {
    const sealed = vault.seal(place, "anna@pasts.example");
    for (const other of [
      { ...place, row: "2" },
      { ...place, column: "name" },
      { ...place, table: "intake" },
    ])
      expect(() => vault.open(other, sealed)).toThrow();
  });

  it("changed in any byte does not open", () => {
    const sealed = vault.seal(place, "anna");
    for (let i = 0; i < sealed.length; i++) {
      const changed = sealed.slice();
      changed[i] = (changed[i] as number) ^ 1;
      expect(() => vault.open(place, changed)).toThrow();
    }
  });
});

describe("when keys rotate", () => {
  const [old, young] = [newRingText(randomIds), newRingText(randomIds)];
  const before = createVault(rings({ ADDRESS_KEYS: old, TAG_KEYS: old, SUPPRESSION_KEYS: old }), randomIds);
  const both = `${young},${old}`;
  const after = createVault(rings({ ADDRESS_KEYS: both, TAG_KEYS: both, SUPPRESSION_KEYS: both }), randomIds);
  const without = createVault(rings({ ADDRESS_KEYS: young }), randomIds);

  it("what the old key sealed opens while it is in the ring, and never after it is destroyed", () => {
    const sealed = before.seal(place, "anna");
    expect(after.open(place, sealed)).toBe("anna");
    expect(() => without.open(place, sealed)).toThrow("not in the ring");
  });

  it("an old tag is still found, and new ones are made with the new key", () => {
    const tags = after.tags("anna@pasts.example").map((t) => hex(t.tag));
    expect(tags).toContain(hex(before.tag("anna@pasts.example").tag));
    expect(tags[0]).toBe(hex(after.tag("anna@pasts.example").tag));
    const blocked = after.suppressionTags("anna@pasts.example").map((t) => hex(t.tag));
    expect(blocked).toContain(hex(before.suppressionTags("anna@pasts.example")[0]?.tag as Uint8Array));
  });
});

it("tags for looking up, for suppression and for proofs of one address have nothing in common", () => {
  const vault = createVault(rings(), randomIds);
  const address = "anna@pasts.example";
  const all = [vault.tag(address), ...vault.suppressionTags(address), ...vault.linkTags(address)].map((t) =>
    base64url(t.tag),
  );
  expect(new Set(all).size).toBe(3);
});
