import { describe, expect, it } from "vitest";
import {
  addBlock,
  copyStructure,
  emptyBlock,
  moveBlock,
  removeBlock,
} from "../../../src/domain/issues/rules/edit-text.ts";
import type { IssueBlock, IssueText } from "../../../src/domain/issues/rules/issue.ts";

const words = [{ kind: "paragraph" as const, runs: [{ kind: "text" as const, text: "Vārdi" }] }];
const IMAGE: IssueBlock = { id: "b", kind: "image", image: "a".repeat(64), alt: "Lasītava", caption: "Vakarā" };
const FULL: IssueText = {
  subject: "Temats",
  preheader: "",
  blocks: [
    { id: "a", kind: "text", text: words },
    IMAGE,
    {
      id: "c",
      kind: "links",
      heading: "Vēl",
      items: [{ title: "Projekts", href: "https://a.example/", summary: "Par to" }],
    },
    { id: "d", kind: "event", title: "Atklāšana", when: "5. decembrī", place: "Zāle", href: "https://a.example/e" },
    { id: "e", kind: "divider" },
  ],
};
const ids = (text: IssueText) => text.blocks.map((block) => block.id).join("");

describe("blocks as wholes", () => {
  it("move one place, and stay where they are at the edge", () => {
    expect(ids(moveBlock(FULL, "b", -1))).toBe("bacde");
    expect(ids(moveBlock(FULL, "b", 1))).toBe("acbde");
    expect([moveBlock(FULL, "a", -1), moveBlock(FULL, "e", 1), moveBlock(FULL, "x", 1)]).toEqual([FULL, FULL, FULL]);
  });

  it("are added behind the others and removed by their own name", () => {
    expect(ids(addBlock(FULL, emptyBlock("button", "f")))).toBe("abcdef");
    expect(ids(removeBlock(FULL, "c"))).toBe("abde");
  });

  it("give the other language their structure without a word of theirs", () => {
    const copied = copyStructure({ subject: "Subject", preheader: "", blocks: [] }, FULL);
    expect(copied.subject).toBe("Subject");
    expect(copied.blocks).toEqual([
      { id: "a", kind: "text", text: [] },
      { id: "b", kind: "image", image: "a".repeat(64), alt: "" },
      { id: "c", kind: "links", items: [{ title: "", href: "https://a.example/" }] },
      { id: "d", kind: "event", title: "", when: "", place: "", href: "https://a.example/e" },
      { id: "e", kind: "divider" },
    ]);
  });

  it("that are there already keep their words, and what only one language has stays behind", () => {
    const own: IssueText = {
      subject: "",
      preheader: "",
      blocks: [
        { id: "z", kind: "divider" },
        { ...IMAGE, alt: "Reading room" },
      ],
    };
    const copied = copyStructure(own, FULL);
    expect(ids(copied)).toBe("abcdez");
    expect(copied.blocks[1]).toMatchObject({ alt: "Reading room" });
  });
});
