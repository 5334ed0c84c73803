import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PICTURE, pictureProblem, readPicture } from "../../../src/domain/images/rules/picture.ts";
import { chunk, exif, gif, jpeg, png, segment } from "../../support/pictures.ts";

const ascii = (bytes: Uint8Array | undefined) => String.fromCharCode(...(bytes ?? []));
const text = (s: string) => new TextEncoder().encode(s);
const SECRETS = ["56.9496N", "Anna", "secret", "Canon"];
const cleaned = (bytes: Uint8Array) => {
  const picture = readPicture(bytes);
  for (const secret of SECRETS) expect(ascii(picture?.bytes)).not.toContain(secret);
  return picture;
};

describe("a picture", () => {
  it.each([
    ["png", png(320, 200)],
    ["jpeg", jpeg(320, 200)],
    ["gif", gif(320, 200)],
  ] as const)("is known as %s with its size by its own bytes, and stays readable once it is cleaned", (type, bytes) => {
    const picture = readPicture(bytes);
    expect(picture).toMatchObject({ type, width: 320, height: 200 });
    expect(readPicture(picture?.bytes ?? new Uint8Array())).toEqual(picture);
  });

  it("without notes is left as it is, byte for byte", () => {
    for (const bytes of [png(20, 30), jpeg(20, 30), gif(20, 30, { notes: false })])
      expect(readPicture(bytes)?.bytes).toEqual(bytes);
  });

  it("loses what a program wrote into a PNG: words, time, Exif, and what follows its end", () => {
    const notes = [
      chunk("tEXt", text("Author\0Anna")),
      chunk("iTXt", text("XML:com.adobe.xmp\0\0\0\0\0secret")),
      chunk("zTXt", text("Comment\0\0secret")),
      chunk("tIME", [7, 234, 11, 22, 9, 0, 0]),
      chunk("eXIf", exif().subarray(6)),
    ];
    const kept = chunk("pHYs", [0, 0, 11, 19, 0, 0, 11, 19, 1]);
    const dirty = Uint8Array.from([...png(40, 40, { more: [...notes, kept] }), ...text("secret")]);
    expect(cleaned(dirty)?.bytes).toEqual(png(40, 40, { more: [kept] }));
  });

  it("loses what a telephone wrote into a JPEG: place, maker, thumbnail, comment, a film behind the picture", () => {
    const notes = [
      segment(0xe0, [...text("JFXX\0"), 0x10, ...text("secret")]),
      segment(0xe1, exif({ place: "56.9496N 24.1052E Canon" })),
      segment(0xe1, text("http://ns.adobe.com/xap/1.0/\0secret")),
      segment(0xe2, text("MPF\0secret")),
      segment(0xed, text("Photoshop 3.0\0Anna")),
      segment(0xfe, text("secret")),
    ];
    const kept = [segment(0xe2, text("ICC_PROFILE\0\x01\x01profile")), segment(0xee, text("Adobe\0d\0\0\0\0\x01"))];
    const picture = cleaned(jpeg(40, 30, [...notes, ...kept], text("ftypmp42 secret")));
    expect(picture?.bytes).toEqual(jpeg(40, 30, kept));
  });

  it("loses every part of a JPEG that no decoder needs, reserved ones too", () => {
    const needed = [0xc4, 0xcc, 0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf];
    for (let marker = 0x02; marker <= 0xfe; marker++) {
      const alone = marker >= 0xd0 && marker <= 0xd9;
      const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8;
      if (alone || frame || needed.includes(marker)) continue;
      expect(cleaned(jpeg(40, 30, [segment(marker, text("secret"))]))?.bytes).toEqual(jpeg(40, 30));
    }
    const tables = [segment(0xdd, [0, 4]), segment(0xdc, [0, 30])];
    expect(readPicture(jpeg(40, 30, tables))?.bytes).toEqual(jpeg(40, 30, tables));
  });

  it("loses comments and notes of programs in a GIF, and goes on moving", () => {
    const picture = cleaned(gif(40, 40));
    expect(picture?.bytes).toEqual(gif(40, 40, { notes: false }));
    expect(ascii(picture?.bytes)).toContain("NETSCAPE2.0");
  });

  it("keeps which way up a photograph is, and nothing else of its Exif; a turned one has its sides changed", () => {
    for (const order of ["MM", "II"])
      for (const up of [1, 2, 3, 4, 5, 6, 7, 8]) {
        const picture = cleaned(jpeg(400, 300, [segment(0xe1, exif({ up, order }))]));
        expect(picture).toMatchObject(up >= 5 ? { width: 300, height: 400 } : { width: 400, height: 300 });
        expect(ascii(picture?.bytes).includes("Exif")).toBe(up !== 1);
        expect(readPicture(picture?.bytes ?? new Uint8Array())).toEqual(picture);
      }
    const odd = cleaned(jpeg(400, 300, [segment(0xe1, exif({ up: 9 }))]));
    expect(odd?.bytes).toEqual(jpeg(400, 300));
  });

  it("is none if it is anything else, whatever its name says", () => {
    const others = [
      new Uint8Array(),
      text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
      text("<!doctype html><script>alert(1)</script>"),
      text("GIF89a"),
      text("GIF89a<script>alert(1)</script>"),
      Uint8Array.of(0xff, 0xd8, 0xff),
      png(20, 20).subarray(0, 60),
      jpeg(20, 20).subarray(0, -4),
      gif(20, 20).subarray(0, -1),
      png(0, 20),
      jpeg(0, 20),
      gif(0, 20),
    ];
    for (const bytes of others) expect(readPicture(bytes)).toBeUndefined();
  });

  it("is read or not, never a fault, whatever bytes it has; and what is read holds together", () => {
    const whole = [png(24, 24), jpeg(24, 24, [segment(0xe1, exif({ up: 6 }))]), gif(24, 24)];
    const spoiled = fc
      .tuple(fc.constantFrom(...whole), fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 }), fc.nat(400))
      .map(([bytes, changes, cut]) => {
        const made = bytes.slice(0, Math.max(1, bytes.length - (cut % 40)));
        for (const [place, value] of changes) made[place % made.length] = value;
        return made;
      });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), spoiled), (bytes) => {
        const picture = readPicture(bytes);
        if (!picture) return;
        expect(picture.bytes.length).toBeLessThanOrEqual(bytes.length + 40);
        expect(readPicture(picture.bytes)).toEqual(picture);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("what is wrong with a picture", () => {
  const of = (width: number, height: number, octets = 100) =>
    pictureProblem({ type: "png", width, height, bytes: new Uint8Array(octets) });
  it("is its weight, its sides, or that it could not be seen", () => {
    expect(of(600, 400)).toBeUndefined();
    expect(of(600, 400, PICTURE.octets)).toBeUndefined();
    expect(of(600, 400, PICTURE.octets + 1)).toBe("images.large");
    expect(of(6_001, 20)).toBe("images.sides");
    expect(of(6_000, 6_000)).toBe("images.sides");
    expect(of(1, 1)).toBe("images.tiny");
    expect(of(600, 15)).toBe("images.tiny");
    expect(of(16, 16)).toBeUndefined();
  });
});
