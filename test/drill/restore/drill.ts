/**
 * The restore drill: the real program in processes of its own over an embedded database. In each round a copy is made beside the
 * running server, people leave and say yes, the server is killed without a word, and an older copy is put in its place by the
 * command line, which is killed as well, at random moments, until it comes to its end. Then both sides of the books must agree:
 * whoever the journal knew to have left is on no list and can be mailed by nobody, every tag is back, the log is one line.
 *
 * The seed decides what is planned, not what the machine does between two moments.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { linesOf, openJournal } from "../../../src/domain/erasure-journal/acts/place.ts";
import { type Line, merged } from "../../../src/domain/erasure-journal/rules/line.ts";
import { verifyLog } from "../../../src/domain/proof-log/verify.ts";
import { folderJournal } from "../../../src/runtime/node/log/copy.ts";
import { freePort } from "../../support/port.ts";
import { between, randomFor } from "../../support/random.ts";
import { KEY_SET } from "../../support/settings.ts";
import { until } from "../../support/until.ts";
import { booksOf, type Person } from "../books.ts";
import { buildDrilled } from "../house/build.ts";
import { type OpenOffice, openOffice } from "../house/office.ts";
import type { Drilled } from "../house/process.ts";
import { draftCampaign, peopleFile } from "../papers.ts";
import type { Provider } from "../provider/provider.ts";
import { startResendProvider } from "../provider/resend.ts";

export interface RestoreOptions {
  seed: number;
  people: number;
  rounds: number;
  /** Answers in a round. */
  answers: number;
}

export const SHORT: RestoreOptions = { seed: 1, people: 60, rounds: 2, answers: 16 };
export const FULL: RestoreOptions = { seed: 1, people: 2_000, rounds: 10, answers: 150 };

/** What one round did. */
export interface Round {
  /** Which copy was put back, and how many rounds old it was. */
  copy: string;
  left: number;
  yes: number;
  kills: number;
  /** Who left and is known to the journal, of all who had been answered. */
  known: number;
  /** Answered in the last moments before the kill, and lost with the database: on the list again. */
  unknown: number;
  endedAgain: number;
  tagsAgain: number;
  lostEntries: number;
  restoreMs: number;
}

export interface RestoreReport {
  rounds: Round[];
  broken: string[];
  /** People on the list at the end, after the old file was brought once more; mails that went out meanwhile. */
  live: number;
  mailed: number;
}

interface Restored {
  ended: number;
  tags: number;
  lostEntries: number;
}

/** Runs it to its end. Throws only if the drill itself cannot go on. */
export async function runRestoreDrill(
  options: RestoreOptions,
  onRound: (round: Round) => void = () => {},
): Promise<RestoreReport> {
  const provider = await startResendProvider({
    seed: options.seed,
    now: Date.now,
    chaos: false,
    silence: false,
    eventShare: 0,
    webhookUrl: () => "http://127.0.0.1:9/webhooks/resend",
    watch: async () => {},
  });
  const run = new Run(options, provider);
  try {
    return await run.toTheEnd(onRound);
  } finally {
    await run.close();
    await provider.stop();
  }
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

interface Copy {
  file: string;
  round: number;
}

class Run {
  readonly #folder = mkdtempSync(join(tmpdir(), "pieteka-restore-"));
  readonly #random: () => number;
  readonly #clock = { ms: 0 };
  readonly #broken: string[] = [];
  /** Subscriptions whose owner was told that he is off the list. */
  readonly #left = new Set<string>();
  readonly #copies: Copy[] = [];
  #office: OpenOffice | undefined;
  #server: Drilled | undefined;
  #people: Person[] = [];
  #mailing = "";
  /** Mails that the provider had when the last copy was put back. */
  #restoredAt = 0;
  #port = 0;
  #lives = 0;

  constructor(
    readonly options: RestoreOptions,
    readonly provider: Provider,
  ) {
    this.#random = randomFor(options.seed, "restore");
  }

  async close(): Promise<void> {
    await this.#office?.close();
  }

  async toTheEnd(onRound: (round: Round) => void): Promise<RestoreReport> {
    this.#port = await freePort();
    const office = await this.#open();
    const csv = office.file("people.csv", peopleFile(this.options.people));
    const claim = ["--source", "Drill", "--since", "2021-03-01", "--basis", "consent", "--origin", "themselves"];
    await office.command("import", csv, "--list", office.list, ...claim);
    this.#people = await booksOf(office.deps.db.client, office.deps.vault).people(office.list);
    this.#mailing = await draftCampaign(office);
    await office.command("campaign", "send", this.#mailing);
    await this.#letGo();
    const rounds: Round[] = [];
    for (let n = 1; n <= this.options.rounds; n++) {
      const round = await this.#round(n);
      rounds.push(round);
      onRound(round);
    }
    return { rounds, ...(await this.#bringEverybody()), broken: this.#broken };
  }

  /** Makes the office anew over the file that stands there. While it is open here, nobody can restore. */
  async #open(): Promise<OpenOffice> {
    const settings = {
      ...KEY_SET,
      NODE_ENV: "test",
      PUBLIC_URL: `http://localhost:${this.#port}`,
      DATABASE_URL: `file:${join(this.#folder, "drill.db")}`,
      ...this.provider.env,
    };
    this.#office = await openOffice({
      folder: this.#folder,
      built: await buildDrilled(),
      clock: this.#clock,
      settings,
    });
    return this.#office;
  }

  /** The embedded client lets go of its file only when it is collected. */
  async #letGo(): Promise<void> {
    this.#office?.deps.db.client.close();
    for (let times = 0; times < 5; times++) {
      collect();
      await new Promise((next) => setTimeout(next, 20));
    }
  }

  async #start(): Promise<void> {
    const { begin, built } = await this.#programs();
    const env = {
      PORT: String(this.#port),
      DRILL_SEED: String(this.options.seed * 100 + this.#lives++),
      DRILL_LOST: "0.01",
    };
    this.#server = begin(built.server, [], env);
    await until("the doors are open", async () => {
      if (!this.#server?.alive) throw new Error(`the server ended:\n${this.#server?.output().slice(-2000)}`);
      return (await fetch(`http://localhost:${this.#port}/subscribe`).catch(() => undefined))?.status === 200;
    });
  }

  async #programs() {
    if (!this.#office) throw new Error("the office is not open");
    return { begin: this.#office.begin, built: await buildDrilled() };
  }

  async #round(n: number): Promise<Round> {
    const { office, answers } = { office: this.#office as OpenOffice, answers: this.options.answers };
    const began = { kills: 0 };
    await this.#start();
    const file = join(this.#folder, `copy-${n}.db`);
    // The copy is made while people answer.
    const made = office.command("backup", "--to", file);
    const said = { left: 0, yes: 0 };
    const killAt = between(this.#random, Math.ceil(answers / 2), answers);
    let dead: Promise<void> | undefined;
    const planned = n % 2 === 0;
    for (let i = 0; i < answers; i++) {
      if (i === Math.floor(answers / 4)) await made;
      if (i === killAt && !planned) {
        // In the middle of an answer: whether it counts nobody can say but the journal.
        dead = this.#server?.kill();
        began.kills++;
      }
      const kind = await this.#answer();
      if (kind) said[kind]++;
    }
    await dead;
    this.#copies.push({ file, round: n });
    if (planned) {
      await this.#journalKnowsAll();
      await this.#server?.kill();
      began.kills++;
    }
    const lines = await this.#journal();
    const known = [...this.#left].filter((id) => lines.get(`ended ${id}`)?.startsWith("back") === false);
    const unknown = [...this.#left].filter((id) => !known.includes(id));
    if (planned && unknown.length > 0)
      this.#broken.push(`round ${n}: ${unknown.length} answered, and not in the journal`);

    const copy = this.#copies[between(this.#random, 0, this.#copies.length - 1)] as Copy;
    const at = Date.now();
    const restored = await this.#restore(copy.file, began);
    const restoreMs = Date.now() - at;
    for (const id of unknown) this.#left.delete(id);
    this.#restoredAt = this.provider.taken.length;
    await this.#check(n, lines);
    return {
      copy: `${copy.round} (${n - copy.round} older)`,
      ...said,
      kills: began.kills,
      known: known.length,
      unknown: unknown.length,
      endedAgain: restored.ended,
      tagsAgain: restored.tags,
      lostEntries: restored.lostEntries,
      restoreMs,
    };
  }

  /** One answer of a random person, by one-click or on the page. What it said, if he was told that it counts. */
  async #answer(): Promise<"left" | "yes" | undefined> {
    const { tokens } = (this.#office as OpenOffice).deps;
    const { subscriptionId } = this.#people[between(this.#random, 0, this.#people.length - 1)] as Person;
    const how = this.#random();
    const of = { subscriptionId, mailingId: this.#mailing };
    const url = `http://localhost:${this.#port}`;
    const oneClick = how < 0.4;
    const path = oneClick ? `/u/${tokens.make("u", of)}` : `/r/${tokens.make("r", of)}`;
    const body = new URLSearchParams(
      oneClick ? { "List-Unsubscribe": "One-Click" } : { answer: how < 0.6 ? "no" : "yes" },
    );
    const answer = await fetch(url + path, {
      method: "POST",
      body,
      headers: { Origin: url },
      redirect: "manual",
    }).catch(() => undefined);
    await answer?.text().catch(() => "");
    if (answer?.status !== 200) return undefined;
    if (how < 0.6) this.#left.add(subscriptionId);
    return how < 0.6 ? "left" : "yes";
  }

  async #journalKnowsAll(): Promise<void> {
    await until("the journal knows everybody", async () => {
      const lines = await this.#journal();
      return [...this.#left].every((id) => lines.has(`ended ${id}`));
    });
  }

  /** What the journal says, the newest word for each key. */
  async #journal(): Promise<Map<string, string>> {
    const store = folderJournal(join(this.#folder, "log", "journal"));
    const found = await openJournal(store);
    let lines: Line[] = [];
    for (const page of found?.head.pages ?? []) lines = merged(lines, await linesOf(store, found?.head as never, page));
    lines = merged(lines, found?.head.lines ?? []);
    return new Map(lines.map(({ kind, key, said }) => [`${kind} ${key}`, said]));
  }

  /** The command, killed up to twice on its way; each time it is given once more. */
  async #restore(file: string, began: { kills: number }): Promise<Restored> {
    const office = this.#office as OpenOffice;
    for (let kills = between(this.#random, 0, 2); kills > 0; kills--) {
      const command = office.beginCommand("restore", file, "--yes");
      await new Promise((go) => setTimeout(go, between(this.#random, 300, 1_800)));
      if (command.alive) began.kills++;
      await command.kill();
    }
    return office.command<Restored>("restore", file, "--yes");
  }

  async #check(n: number, lines: ReadonlyMap<string, string>): Promise<void> {
    const office = await this.#open();
    const { client } = office.deps.db;
    const column = async (sql: string) => new Set((await client.execute(sql)).rows.map((row) => String(row[0])));
    const live = await column("SELECT id FROM subscription WHERE state <> 'ended'");
    const tags = await column("SELECT lower(hex(tag)) || ' ' || scope FROM suppression");
    const held = await column("SELECT person_id FROM address");
    const left = new Set<string>();
    for (const [key, said] of lines) {
      const [kind = "", ...rest] = key.split(" ");
      if (kind === "ended" && said !== "back") {
        left.add(rest[0] as string);
        if (live.has(rest[0] as string)) this.#broken.push(`round ${n}: he left, and is on the list: ${rest[0]}`);
      }
      if (kind === "tag" && said !== "gone" && !tags.has(rest.join(" ")))
        this.#broken.push(`round ${n}: a tag is lost`);
    }
    for (const { personId, subscriptionId } of this.#people)
      if (left.has(subscriptionId) && held.has(personId))
        this.#broken.push(`round ${n}: the address of somebody who left is there: ${personId}`);
    for (const id of this.#left) if (live.has(id)) this.#broken.push(`round ${n}: told that he is off, and on: ${id}`);
    for (const { code, at } of await verifyLog(office.deps)) this.#broken.push(`round ${n}: the log: ${code} at ${at}`);
    await this.#letGo();
  }

  /** The office brings its old file once more, and the program does its work: whoever left stays off, and gets nothing. */
  async #bringEverybody(): Promise<{ live: number; mailed: number }> {
    await this.#start();
    const office = await this.#open();
    const before = this.provider.taken.length;
    const csv = office.file("again.csv", peopleFile(this.options.people));
    const claim = ["--source", "Drill", "--since", "2021-03-01", "--basis", "consent", "--origin", "themselves"];
    await office.command("import", csv, "--list", office.list, ...claim);
    const people = await booksOf(office.deps.db.client, office.deps.vault).people(office.list);
    const addressOf = new Map(
      this.#people.map(({ subscriptionId, address }) => [subscriptionId, address.toLowerCase()]),
    );
    const gone = new Set([...this.#left].map((id) => addressOf.get(id)));
    for (const { address } of people)
      if (gone.has(address.toLowerCase())) this.#broken.push("somebody who left came back by an import");
    const mails = this.provider.taken.slice(this.#restoredAt);
    for (const { to } of mails) if (gone.has(to.toLowerCase())) this.#broken.push("somebody who left was mailed");
    return { live: people.length, mailed: this.provider.taken.length - before };
  }
}
