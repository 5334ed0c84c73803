/** Jobs that failed as often as they may. Pure. */

/** The job as its row is named: ids only, without the turn of its chain, its members in one order. */
export function letterOf(job: Readonly<Record<string, string | undefined>>): string {
  const { turn: _turn, ...rest } = job;
  return JSON.stringify(Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** The job of a row as its members; its kind may be one that this version does not know. */
export function membersOf(letter: string): { kind: string } & Record<string, string> {
  return JSON.parse(letter);
}
