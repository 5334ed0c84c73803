/** `import`: bring a list in. Without `--run` only the dry run, which says what would happen. */
import { checkImport } from "../../domain/imports/check.ts";
import type { ClaimedBasis, Origin } from "../../domain/imports/rules/claim.ts";
import type { Findings } from "../../domain/imports/rules/findings.ts";
import { runImport } from "../../domain/imports/run.ts";
import { readImport } from "../../domain/imports/views.ts";
import { isRefusal } from "../../refusal.ts";
import { refusalText } from "../../texts/refusals/index.ts";
import { type Command, maybe, OPERATOR, text, word } from "./command.ts";
import { listNamed, readBytes } from "./input.ts";

interface Imported {
  importId: string;
  state: string;
  findings: Findings;
}

export const importList: Command = {
  name: "import",
  usage: "<file.csv> --list <list> --source <text> --since <YYYY-MM-DD> --basis <basis> [--run]",
  summary: "check a CSV file for a list; with --run also write it to the list",
  words: 1,
  options: {
    list: { type: "string", required: true, about: "short name or id of the list" },
    source: { type: "string", required: true, about: "where the addresses are from, in the office's words" },
    since: { type: "string", required: true, about: "day since which people are on the list" },
    basis: { type: "string", required: true, about: "consent, task or interests" },
    origin: {
      type: "string",
      about: "how the addresses were got: themselves, contact, other_office, public, bought; unknown if not said",
    },
    proof: { type: "string", about: "where the proof of consent is kept, if there is one" },
    run: { type: "boolean", about: "write the people to the list after the check" },
  },
  fields: { file: "<file.csv>" },
  run: async (deps, given) => {
    const path = word(given, 0);
    const checked = await checkImport(deps, OPERATOR, {
      listId: (await listNamed(deps, text(given, "list"))).id,
      fileName: path === "-" ? "stdin.csv" : path,
      bytes: readBytes(path),
      claim: {
        source: text(given, "source"),
        since: text(given, "since"),
        basis: text(given, "basis") as ClaimedBasis,
        origin: (maybe(given, "origin") ?? "unknown") as Origin,
        proof: maybe(given, "proof") ?? "",
      },
    });
    if (isRefusal(checked)) return checked;
    if (given.options.run) {
      const run = await runImport(deps, OPERATOR, checked);
      if (isRefusal(run)) return run;
      await deps.finish();
    }
    const found = await readImport(deps.db, checked.importId);
    if (!found) throw new Error("the import is gone");
    return { importId: found.id, state: found.state, findings: found.findings } satisfies Imported;
  },
  show: ({ state, findings: f }: Imported) =>
    [
      `Rows: ${f.rows}. To add: ${f.add}. Already on the list: ${f.already}. Left before: ${f.left}. Refused: ${f.refused}.`,
      ...f.reasons.map(
        (r) => `  ${r.rows} × ${refusalText({ field: "", code: r.code }, "en")} (rows ${r.first.join(", ")})`,
      ),
      state === "done"
        ? `Written: ${f.written.added}.`
        : state === "checked"
          ? "Nothing was written; --run writes."
          : state,
    ].join("\n"),
};
