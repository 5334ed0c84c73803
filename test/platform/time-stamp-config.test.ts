/** Settings of time-stamp authorities: complete, or every fault at once, each a sentence that names its setting. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPem } from "../../src/domain/time-stamps/rules/pem.ts";
import { base64 } from "../../src/platform/encoding.ts";
import { readTimeStamps } from "../../src/platform/time-stamp-config.ts";
import { environmentOf } from "../fakes/tsa.ts";

const PEM = readFileSync("test/golden/time-stamps/root.pem", "utf8");
const [DER] = readPem(PEM) as [Uint8Array];

function read(env: Record<string, string>, strict = true) {
  const problems: string[] = [];
  const note = <T>(one: () => T): T | undefined => {
    try {
      return one();
    } catch (error) {
      problems.push((error as Error).message);
      return undefined;
    }
  };
  return { config: readTimeStamps(env, { strict, note }), problems };
}

it("without TSA there are none, and that is no fault", () => {
  expect(read({})).toEqual({ config: { authorities: [], papers: true }, problems: [] });
  expect(read({ TSA: "", TSA_PAPERS: "" }).problems).toEqual([]);
});

it("two services are known by name; their certificates are brought by the institution", () => {
  const { config, problems } = read({
    TSA: "sectigo-qualified, lvrtc",
    TSA_SECTIGO_QUALIFIED_ROOTS: PEM,
    TSA_SECTIGO_QUALIFIED_LISTED: "ES 2026-11-20",
    TSA_LVRTC_ROOTS: `${base64(DER)},${base64(DER)}`,
    TSA_LVRTC_AUTH: "iestade:parole",
    TSA_LVRTC_POLICY: "0.4.0.2023.1.1",
    TSA_PAPERS: "no",
  });
  expect(problems).toEqual([]);
  expect(config).toEqual({
    papers: false,
    authorities: [
      {
        name: "sectigo-qualified",
        url: "http://timestamp.sectigo.com/qualified",
        auth: undefined,
        policy: undefined,
        anchors: [{ certificate: DER, listed: "ES 2026-11-20" }],
      },
      {
        name: "lvrtc",
        url: "https://tsa.eparaksts.lv",
        auth: "iestade:parole",
        policy: "0.4.0.2023.1.1",
        anchors: [
          { certificate: DER, listed: undefined },
          { certificate: DER, listed: undefined },
        ],
      },
    ],
  });
  expect(read({ TSA: "lvrtc" }).problems).toEqual([
    "TSA_LVRTC_ROOTS is missing: certificates by which its stamps are believed, PEM, or base64 of DER with commas between.",
  ]);
});

it("a certificate may stand on one line, with its line breaks written out", () => {
  const env = { TSA: "lvrtc", TSA_LVRTC_ROOTS: PEM.replaceAll("\n", "\\n") };
  expect(read(env)).toMatchObject({ problems: [], config: { authorities: [{ anchors: [{ certificate: DER }] }] } });
});

describe("faults", () => {
  const office = environmentOf({
    name: "office",
    url: "https://tsa.office.example/tsp",
    auth: undefined,
    policy: undefined,
    anchors: [{ certificate: DER }],
  });
  it.each([
    ["TSA", { TSA: "Office" }],
    ["TSA", { TSA: "office,office" }],
    ["TSA", { TSA: "a,b,c,d,e,f" }],
    ["TSA_OFFICE_URL", { TSA_OFFICE_URL: "" }],
    ["TSA_OFFICE_URL", { TSA_OFFICE_URL: "ftp://tsa.office.example" }],
    ["TSA_OFFICE_URL", { TSA_OFFICE_URL: "https://user:secret@tsa.office.example" }],
    ["TSA_OFFICE_AUTH", { TSA_OFFICE_AUTH: "secret" }],
    ["TSA_OFFICE_AUTH", { TSA_OFFICE_AUTH: "user:secret", TSA_OFFICE_URL: "http://tsa.office.example" }],
    ["TSA_OFFICE_POLICY", { TSA_OFFICE_POLICY: "qualified" }],
    ["TSA_OFFICE_ROOTS", { TSA_OFFICE_ROOTS: "" }],
    ["TSA_OFFICE_ROOTS", { TSA_OFFICE_ROOTS: "AAAA" }],
    ["TSA_OFFICE_ROOTS", { TSA_OFFICE_ROOTS: PEM.replace("MII", "MIJ") }],
    ["TSA_OFFICE_LISTED", { TSA_OFFICE_LISTED: "Latvia" }],
    ["TSA_OFFICE_LISTED", { TSA_OFFICE_LISTED: "LV 2026-13-40" }],
    ["TSA_PAPERS", { TSA_PAPERS: "maybe" }],
    ["TSA_OFICE_AUTH", { TSA_OFICE_AUTH: "user:password" }],
  ])("%s: %o", (name, change) => {
    const { problems } = read({ ...office, ...change });
    expect(problems.filter((sentence) => sentence.startsWith(`${name} `))).toHaveLength(1);
    expect(problems.join()).not.toContain("secret");
    for (const sentence of problems) expect(sentence).toMatch(/\.$/);
  });

  it("are told all at once", () => {
    const { problems } = read({
      ...office,
      TSA_OFFICE_URL: "x",
      TSA_OFFICE_AUTH: "y",
      TSA_OFFICE_ROOTS: "z",
      TSA_PAPERS: "q",
    });
    expect(problems.map((sentence) => /^[A-Z_]+/.exec(sentence)?.[0])).toEqual([
      "TSA_PAPERS",
      "TSA_OFFICE_URL",
      "TSA_OFFICE_AUTH",
      "TSA_OFFICE_ROOTS",
    ]);
  });

  it("outside production a password may go to an authority on this machine", () => {
    const env = { ...office, TSA_OFFICE_URL: "http://127.0.0.1:7320", TSA_OFFICE_AUTH: "user:password" };
    expect(read(env, false).problems).toEqual([]);
  });
});
