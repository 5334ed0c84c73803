/** `journal status`, `journal go-on`: the erasure journal, for whoever runs the program. */
import { openJournal } from "../../../domain/erasure-journal/acts/place.ts";
import { goOnWithoutJournal } from "../../../domain/erasure-journal/go-on.ts";
import { type Standing, standingOf } from "../../../domain/erasure-journal/rules/standing.ts";
import { readMark } from "../../../domain/erasure-journal/views.ts";
import { type CliDeps, type Command, EXIT, operatorOf } from "../command.ts";

export interface Status {
  standing: Standing | "none";
  /** Writings: the newest of the journal, the newest that this database knows, and up to where pages are thrown away. */
  journal: number | undefined;
  database: number | undefined;
  since: number | undefined;
  pages: number;
  from: string | undefined;
  shut: boolean;
}

/** How both stand to each other now. */
export async function statusOf(deps: CliDeps): Promise<Status> {
  const mark = await readMark(deps.db);
  const head = deps.journal && (await openJournal(deps.journal))?.head;
  return {
    standing: deps.journal ? standingOf(head, mark) : "none",
    journal: head?.n,
    database: mark?.n,
    since: head?.since,
    pages: head?.pages.length ?? 0,
    from: head && (head.pages[0]?.day ?? (head.day || undefined)),
    shut: mark?.shutAt !== undefined && mark.shutAt !== null,
  };
}

const SAID: Record<Status["standing"], string> = {
  none: "there is no place for one: a restored database brings back whoever has left since",
  agreed: "the database is the newest",
  lost: "it is lost; a new one begins by itself",
  behind: "the database is an older copy; what was erased since is being applied",
  unknown: "nobody can know all that was erased since this database was copied",
};

/** The same for people, with what to do where nobody can know what was missed. */
export function showStatus({ standing, journal, database, pages, from, since, shut }: Status): string {
  return [
    `Journal:   ${SAID[standing]}`,
    `Writings:  ${journal ?? "none"} in the journal, ${database ?? "none"} known to the database, ${since ?? 0} thrown away`,
    `Pages:     ${pages}${from ? `, from ${from}` : ""}`,
    `Doors:     ${shut || standing === "unknown" || standing === "behind" ? "shut" : "open"}`,
    ...(standing === "unknown"
      ? [
          "",
          "If the journal is somewhere, put it back (folder `journal` in LOG_FOLDER): that is always right.",
          "If the copy is older than what the journal still holds, restore a newer copy. If there is none, or the journal is",
          "lost: npm run pieteka -- journal go-on. What the journal still holds is applied before the doors open; whoever left",
          "after this copy and before that is on the lists again, and nobody can tell.",
        ]
      : []),
  ].join("\n");
}

export const journalStatus: Command = {
  name: "journal status",
  usage: "",
  summary: "show how the database and the erasure journal stand to each other, and whether the doors are open",
  shut: true,
  run: statusOf,
  show: showStatus,
  exit: ({ standing }: Status) => (standing === "unknown" ? EXIT.refused : EXIT.done),
};

export const journalGoOn: Command = {
  name: "journal go-on",
  usage: "",
  summary:
    "nobody can know all that was erased since this copy: apply what the journal still holds, and open the doors all the same; the log keeps who decided it",
  shut: true,
  run: async (deps, given) => {
    const no = await goOnWithoutJournal(deps, operatorOf(given));
    if (no) return no;
    await deps.finish();
    return statusOf(deps);
  },
  show: showStatus,
};
