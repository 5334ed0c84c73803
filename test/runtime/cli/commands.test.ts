/** What the command line says: of a "no" for somebody on no list, of refused fields, of half a command. */
import { describe, expect, it } from "vitest";
import { refuse, refuseForm } from "../../../src/refusal.ts";
import { type CliDeps, sentencesOf } from "../../../src/runtime/cli/command.ts";
import { commands, help, unknownCommand, usageOf } from "../../../src/runtime/cli/commands.ts";
import { createWorld } from "../../support/world.ts";

const named = (name: string) => {
  const found = commands.find((c) => c.name === name);
  if (!found) throw new Error(name);
  return found;
};
const shown = (name: string, answer: unknown) => named(name).show(answer as never);

describe("the command line", () => {
  it("says of a refusal ahead that nothing ended, and never leaves a sentence empty", () => {
    const base = { eid: "e1", ended: [], remaining: [], proofUntilDay: "2031-11-22" };
    expect(shown("withdraw", { ...base, onList: false, erased: false })).toBe(
      [
        "Recorded as e1. The address was on no such list; a mark and the proof are kept, so that it cannot be added.",
        "The proof is kept until 2031-11-22.",
      ].join("\n"),
    );
    const ended = [{ lv: "Jaunumi", en: "News" }];
    const gone = shown("withdraw", { ...base, onList: true, erased: true, ended });
    expect(gone).toContain("Ended: News.");
    expect(gone).toContain("The address is deleted.");
    expect(gone).not.toContain("stays");
    const stays = shown("withdraw", { ...base, onList: true, erased: false, ended, remaining: ended });
    expect(stays).toContain("The address stays for: News.");
  });

  it("tells a refusal of fields by the names they have here, without the sentence of a page", () => {
    const no = refuseForm([
      { field: "address", code: "address.no_at" },
      { field: "day", code: "consent.day_invalid" },
      { field: "purposeId", code: "form.choose" },
    ]);
    const lines = sentencesOf(named("withdraw"), no).split("\n");
    expect(lines[0]).toMatch(/^<address>: The @ sign is missing/);
    expect(lines[1]).toMatch(/^--day: /);
    expect(lines[2]).toMatch(/^--list: /);
    expect(lines).toHaveLength(3);
    expect(sentencesOf(named("withdraw"), refuse("staff.forbidden"))).not.toBe("");
  });

  it("names the commands that begin with half a command, and says what a word stands for", () => {
    const all =
      "campaign list, campaign create, campaign opinion, campaign send, campaign status, campaign pause, campaign resume, campaign cancel, campaign send-again, campaign close";
    expect(unknownCommand(["campaign"])).toBe(`There is no command \`campaign\`. There are: ${all}.`);
    expect(unknownCommand(["campaign", "stop", "--json"])).toContain("`campaign stop`");
    expect(unknownCommand(["nothing"])).toBe("There is no command `nothing`.");
    for (const name of ["campaign send", "campaign status", "campaign close"]) {
      expect(help(named(name))).toContain("shown by `campaign list`");
      expect(usageOf(named(name))).toContain("shown by `campaign list`");
    }
  });

  it("lists every campaign, newest first, with the id that the other commands take", async () => {
    const world = await createWorld();
    const deps: CliDeps = { ...world.deps, finish: async () => {} };
    const list = async () =>
      (await named("campaign list").run?.(deps, { words: [], options: {} })) as { id: string }[] | undefined;
    const [row] = await world.rows("SELECT id, purpose_id FROM list LIMIT 1");
    const before = (await list()) ?? [];
    expect(shown("campaign list", [])).toBe("No campaign yet.");
    for (let i = 0; i < 101; i++)
      await world.rows(
        `INSERT INTO mailing (id, kind, list_id, purpose_id, title, state, draft, created_by, created_at, version)
         VALUES ('m${i}', 'reconsent', '${row?.id}', '${row?.purpose_id}', 'Nr. ${i}', 'draft', '{}', 'cli', ${9e14 + i}, 1)`,
      );
    const lines = (await list()) ?? [];
    expect(lines).toHaveLength(before.length + 101);
    expect(lines[0]).toEqual({ id: "m100", title: "Nr. 100", state: "draft", deadlineDay: null, lastDay: null });
    expect(shown("campaign list", lines)).toContain("m7  draft, answers until —: Nr. 7");
  });
});
