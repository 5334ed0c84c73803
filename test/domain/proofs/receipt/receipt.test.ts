import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import { makeReceipt } from "../../../../src/domain/proofs/acts/receipt.ts";
import { isProblem } from "../../../../src/domain/proofs/rules/bundle/problem.ts";
import { partsOfReceipt } from "../../../../src/domain/proofs/rules/receipt/read.ts";
import { verifyBundle } from "../../../../src/domain/proofs/rules/verify/verify.ts";
import { utf8 } from "../../../../src/platform/encoding.ts";
import { ANNA, type Answered, answered } from "../bundle/scene.ts";
import { unknownTerms } from "../dpv/vocabulary.ts";

const receiptOf = async ({ world, record }: Answered, of: { upTo?: number; email?: string } = {}) => {
  const made = await makeReceipt(world.deps, { recordId: await record(), ...of });
  if (made === undefined || made === "soon") throw new Error(`no receipt: ${made}`);
  return made;
};
async function verdictOf(text: string) {
  const report = await verifyBundle(utf8(text));
  if (isProblem(report)) throw new Error(report.problem);
  return report;
}
const invalid = async (text: string) =>
  (await verdictOf(text)).findings.filter(({ status }) => status === "invalid").map(({ code }) => code);

describe("a receipt file", () => {
  it("is DPV against the receipt profile: it expands offline, and all its terms exist", async () => {
    const { text, eid } = await receiptOf(await answered("yes"));
    const view = JSON.parse(text);
    const offline = async (url: string): Promise<never> => {
      throw new Error(`asked for ${url}`);
    };
    const [node] = (await jsonld.expand(view, { safe: true, documentLoader: offline })) as Record<string, unknown>[];
    expect(node?.["@type"]).toEqual(["https://w3id.org/dpv#ConsentReceipt"]);
    expect(node?.["http://purl.org/dc/terms/conformsTo"]).toEqual([
      { "@id": "https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr" },
    ]);
    for (const name of ["created", "publisher", "identifier"])
      expect(node?.[`http://purl.org/dc/terms/${name}`]).toBeDefined();
    expect(unknownTerms(view)).toEqual([]);
    expect(view["dct:identifier"]).toBe(eid);
  });

  it("verifies by itself, and says of its events what they say", async () => {
    const { text } = await receiptOf(await answered("yes", "no"));
    expect(await invalid(text)).toEqual([]);
    const report = await verdictOf(text);
    expect(report.verdicts.bytes.status).toBe("valid");
    expect(report.records[0]?.events.map(({ typ }) => typ)).toEqual(["consent.given", "consent.withdrawn"]);
  });

  it.each([["yes"], ["no"]] as const)("of a %s holds the texts that were shown, letter by letter", async (said) => {
    const { text } = await receiptOf(await answered(said));
    const parts = partsOfReceipt(utf8(text));
    const [first = ""] = [...(parts?.notices ?? []), ...(parts?.forms ?? [])];
    const textFindings = async (file: string) =>
      (await verdictOf(file)).findings.flatMap(({ code }) => (code.startsWith("texts.") ? [code] : []));
    expect(await textFindings(text)).toEqual([]);
    const other = text.replace(JSON.stringify(first), JSON.stringify(`${first} `));
    expect(other).not.toBe(text);
    expect(await textFindings(other)).toEqual(["texts.absent"]);
  });

  it.each<[string, RegExp, string]>([
    ["another state", /dpv:ConsentWithdrawn/, "dpv:ConsentGiven"],
    ["another number", /("dct:identifier": ")([0-9a-f])/, "$1f$2"],
    ["another controller", /"dct:publisher": \[\s*"https:\/\/[^"]+/, '"dct:publisher": ["https://cits.example/#org'],
    ["another person", /"schema:recipient": \[\s*"urn:uuid:/, '"schema:recipient": ["urn:uuid:0'],
    ["something said beside the proof", /"own:log":/, '"@id": "urn:uuid:x", "own:log":'],
  ])("is found out by %s", async (_, from, to) => {
    const { text } = await receiptOf(await answered("yes", "no"));
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect(await invalid(changed)).toContain("record.contradicts");
  });

  it("is the same bytes whenever it is made, also when more was said and sealed since", async () => {
    const house = await answered("yes");
    const first = await receiptOf(house, { upTo: 1, email: ANNA });
    house.world.clock.pass({ hours: 3 });
    await house.press("no");
    await house.world.work();
    expect(await receiptOf(house, { upTo: 1, email: ANNA })).toEqual(first);
  });

  it("holds the address only where it goes to its owner", async () => {
    const house = await answered("yes", "no");
    const plain = (text: string) =>
      text + (partsOfReceipt(utf8(text))?.records[0]?.disclosures ?? []).map((d) => Buffer.from(d, "base64url")).join();
    expect(plain((await receiptOf(house)).text)).not.toContain(ANNA);
    expect(plain((await receiptOf(house, { email: ANNA })).text)).toContain(ANNA);
  });

  it("is there when its entry is under a signed head, and not before", async () => {
    const house = await answered("yes");
    await house.press("no");
    const recordId = await house.record();
    expect(await makeReceipt(house.world.deps, { recordId })).toBe("soon");
    await house.world.work();
    expect(await makeReceipt(house.world.deps, { recordId })).toMatchObject({
      name: expect.stringMatching(/^receipt-[0-9a-f]{8}\.json$/),
    });
  });

  it("reads nothing else as a receipt", () => {
    for (const file of [
      "",
      "{",
      "{}",
      "[]",
      "null",
      '{"own:proof":[]}',
      '{"own:proof":[{"own:event":[]}]}',
      "PK\u0003\u0004",
    ])
      expect([file, partsOfReceipt(utf8(file))]).toEqual([file, undefined]);
  });
});
