import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
// @ts-expect-error plain JavaScript, run by `npm run emails` as it is
import { compileShells } from "../../emails/build.mjs";
import { contrast, onDark, onLight } from "../../src/delivery/mails/colours.ts";

it("the committed shells are what emails/*.mjml compile to", async () => {
  const committed = await readFile(new URL("../../src/delivery/shells.gen.ts", import.meta.url), "utf8");
  expect(committed).toBe(await compileShells());
});

it("the institution's colour is legible in light and dark, whatever it is", () => {
  for (let i = 0; i < 4096; i += 7) {
    const colour = `#${i.toString(16).padStart(3, "0").replace(/./g, "$&$&")}`;
    for (const ground of ["#ffffff", "#f1ede5"]) expect(contrast(onLight(colour), ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(onDark(colour), "#1c2027")).toBeGreaterThanOrEqual(7.9);
    expect(contrast(onDark(colour), "#0d1b2e")).toBeGreaterThanOrEqual(4.5);
  }
  expect(onLight("#1e4577")).toBe("#1e4577");
});
