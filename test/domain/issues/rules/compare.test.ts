import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDrafts, wordsOf } from "../../../../src/domain/issues/rules/compare.ts";
import type { IssueBlock, IssueDraft } from "../../../../src/domain/issues/rules/issue.ts";
import { issueText } from "../../../support/issues.ts";

const button = (id: string, label = id): IssueBlock => ({ id, kind: "button", label, href: "https://a.example/" });
const draft = (blocks: IssueBlock[], subject = "Temats"): IssueDraft => ({
  texts: { lv: { subject, preheader: "", blocks } },
  salutation: "general",
});
const changes = (before: IssueBlock[], after: IssueBlock[]) =>
  compareDrafts(draft(before), draft(after)).texts.flatMap(({ blocks }) => blocks.map((b) => `${b.change} ${b.id}`));
const [a, b, c, d] = ["a", "b", "c", "d"].map((id) => button(id)) as [IssueBlock, IssueBlock, IssueBlock, IssueBlock];

describe("two versions of an issue", () => {
  it.each<[string, IssueBlock[], IssueBlock[], string[]]>([
    ["are the same", [a, b], [a, b], []],
    ["a block more", [a, c], [a, b, c], ["added b"]],
    ["a block less, where it stood", [a, b, c], [a, c, d], ["removed b", "added d"]],
    ["another text in a block", [a, b], [a, button("b", "cits")], ["changed b"]],
    ["one block moved up", [a, b, c, d], [d, a, b, c], ["moved d"]],
    ["two changed places", [a, b], [b, a], ["moved a"]],
    ["everything is new", [a], [b], ["added b", "removed a"]],
    ["everything is gone", [a, b], [], ["removed a", "removed b"]],
  ])("differ: %s", (_, before, after, expected) => {
    expect(changes(before, after).sort()).toEqual([...expected].sort());
  });

  it("say of a moved block whether it was changed as well", () => {
    const [found] = compareDrafts(draft([a, b, c]), draft([button("c", "cits"), a, b])).texts;
    expect(found?.blocks).toEqual([{ id: "c", change: "changed", before: c, after: button("c", "cits"), moved: true }]);
  });

  it("differ in subject, salutation and whole languages", () => {
    const before = draft([a]);
    const after: IssueDraft = { ...draft([a], "Cits"), salutation: "name" };
    after.texts.en = { subject: "Subject", preheader: "", blocks: [b] };
    const found = compareDrafts(before, after);
    expect(found.salutation).toEqual({ before: "general", after: "name" });
    expect(found.texts.map((t) => [t.language, t.subject, t.blocks.length])).toEqual([
      ["lv", { before: "Temats", after: "Cits" }, 0],
      ["en", { before: "", after: "Subject" }, 1],
    ]);
  });

  it("say for every block of either what became of it: nothing, or one thing, and never more than is needed", () => {
    const blocks = fc.uniqueArray(fc.record({ id: fc.constantFrom(..."abcdefgh"), label: fc.constantFrom("x", "y") }), {
      selector: (x) => x.id,
    });
    fc.assert(
      fc.property(blocks, blocks, (from, to) => {
        const [before, after] = [from, to].map((all) => all.map(({ id, label }) => button(id, label))) as [
          IssueBlock[],
          IssueBlock[],
        ];
        const found = compareDrafts(draft(before), draft(after)).texts.flatMap((t) => t.blocks);
        expect(new Set(found.map((x) => x.id)).size).toBe(found.length);
        const ids = (of: IssueBlock[]) => of.map((x) => x.id);
        const what = (change: string) => found.filter((x) => x.change === change).map((x) => x.id);
        expect(what("added").sort()).toEqual(
          ids(after)
            .filter((id) => !ids(before).includes(id))
            .sort(),
        );
        expect(what("removed").sort()).toEqual(
          ids(before)
            .filter((id) => !ids(after).includes(id))
            .sort(),
        );
        // Without the moved ones, what is in both stands in one order.
        const moved = new Set(
          found.filter((x) => x.change === "moved" || (x.change === "changed" && x.moved)).map((x) => x.id),
        );
        const still = (of: IssueBlock[], other: IssueBlock[]) =>
          ids(of).filter((id) => ids(other).includes(id) && !moved.has(id));
        expect(still(before, after)).toEqual(still(after, before));
      }),
      { numRuns: 300 },
    );
  });

  it("are compared by words that a person can read", () => {
    for (const block of issueText("lv").blocks)
      if (block.kind !== "divider" && !(block.kind === "image" && block.decorative))
        expect(wordsOf(block)).toMatch(/\p{L}{3}/u);
    expect(wordsOf(issueText("lv").blocks[0] as IssueBlock)).toContain(
      "10. decembris | Viedokļi par skolu ēdnīcu noteikumiem",
    );
  });
});
