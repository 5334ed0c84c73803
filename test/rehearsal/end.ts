/** The end of a rehearsal: the report, the rows and the bytes of the file must say what the driver knew beforehand. */
import { createReadStream } from "node:fs";
import { parse } from "csv-parse/sync";
import { COUNTED, habitOf } from "./people.ts";
import type { Stage } from "./rehearse.ts";

/** Fails into the ledger. `campaign` is the path of its page. */
export async function judgeEnd({ world, mailbox, ledger, lists }: Stage, campaign: string): Promise<void> {
  const should = { yes: 0, no: 0, silent: 0 };
  for (const to of lists.asked) should[COUNTED[habitOf(to)]]++;
  const stay = should.yes + lists.proven.size;

  // Weeks have passed, and a session lives less.
  const desk = await world.signIn("admin");
  const report = await reportOf(await desk.get(`${campaign}/report.csv`));
  ledger.compare("the report: asked", report("Saņēmēji kopā"), lists.asked.size);
  ledger.compare("the report: sent", report("Nosūtītas"), lists.asked.size);
  ledger.compare("the report: yes", report("Piekrita"), should.yes);
  ledger.compare("the report: no", report("Atteicās"), should.no);
  ledger.compare(
    "the report: silent",
    report("Termiņš beidzās bez atbildes, adrese no saraksta izņemta"),
    should.silent,
  );

  const id = campaign.split("/").at(-1) as string;
  const [row] = await world.rows("SELECT state FROM mailing WHERE id = ?", id);
  ledger.compare("state of the campaign", row?.state, "closed");
  await ledger.compareCount(
    "people on the list in the end",
    stay,
    "SELECT count(*) AS n FROM subscription WHERE state = 'active'",
  );
  await ledger.compareCount("addresses in the house", stay, "SELECT count(*) AS n FROM address");
  const gone = [...lists.asked].filter((to) => COUNTED[habitOf(to)] !== "yes");
  const tags = gone.map((to) => Buffer.from(world.deps.vault.tag(to).tag).toString("hex"));
  const found = await world.rows(
    "SELECT 1 FROM json_each(?) j JOIN address a ON a.tag = unhex(j.value)",
    JSON.stringify(tags),
  );
  ledger.compare("addresses of those who left, in the table", found.length, 0);
  ledger.compare("readable addresses in the bytes of the database", await readable(world.file), 0);
  ledger.compare("faults of mails", mailbox.faults, []);
  await world.check();
}

/** The number that the report names so, under whatever heading comes first. */
async function reportOf(file: Response): Promise<(item: string) => number | undefined> {
  const rows = parse(await file.text(), { bom: true, delimiter: ";", relax_column_count: true }) as string[][];
  return (item) => {
    const value = rows.find((cells) => cells[1] === item)?.[2];
    return value === undefined ? undefined : Number(value);
  };
}

/** How often the bytes of the file hold something that looks like an address of our people. */
async function readable(file: string): Promise<number> {
  let found = 0;
  let tail = "";
  for await (const chunk of createReadStream(file, { encoding: "latin1" })) {
    const text = tail + chunk;
    found += (text.match(/@(pasts|skola|birojs)\.example|@(epasts|novads|brivpasts)\.test/g) ?? []).length;
    tail = text.slice(-20);
  }
  return found;
}
