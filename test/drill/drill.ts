/**
 * The kill drill: a mailing is sent by the real program in processes of its own, which are killed without a word at planned
 * moments, over a provider that fails, a queue that repeats and forgets, and a clock that jumps, while people leave. At the
 * end both sides of the books must agree (promises.ts).
 *
 * The seed decides the plan and the provider's failures. What the machine does between two moments it does not decide, so
 * the same seed makes the same drill, not the same interleaving.
 */
import { resumeMailing } from "../../src/domain/campaigns/resume.ts";
import { readMailing } from "../../src/domain/campaigns/views.ts";
import { OPERATOR } from "../../src/runtime/cli/command.ts";
import { type Books, booksOf, type Look, type Person } from "./books.ts";
import { type DrillHouse, openNodeHouse } from "./house/node.ts";
import { openWorkerHouse } from "./house/worker.ts";
import { type Leaving, startLeaving } from "./leavers.ts";
import { draftCampaign, peopleFile } from "./papers.ts";
import { type DrillOptions, type Plan, planOf, type Strike, spoken, USUAL_PASS_MS } from "./plan.ts";
import type { Moment, Provider } from "./provider/provider.ts";
import { startResendProvider } from "./provider/resend.ts";
import { startSmtpProvider } from "./provider/smtp.ts";
import { type Ending, type Report, reportOf } from "./report.ts";

/** How far a drill is. */
export interface Progress {
  mails: number;
  recipients: number;
  kills: number;
  state: string;
}

const LOOK_MS = 150;
/** Of a process to the mail server, where the settings do not say (`SMTP_CONNECTIONS`). */
const LINES = 4;
/** Asleep for so long, the program lets a person decide (domain/pulse/rules.ts). */
const OUTAGE_MS = 3_600_000;

/** Runs it to its end. Throws only if the drill itself cannot go on. */
export async function runDrill(options: DrillOptions, onProgress: (p: Progress) => void = () => {}): Promise<Report> {
  let run: Run | undefined;
  let house: DrillHouse | undefined;
  let events = 0;
  const start = options.mailer === "resend" ? startResendProvider : startSmtpProvider;
  const provider = await start({
    ...options,
    now: () => Date.now() + (house?.clockMs ?? 0),
    webhookUrl: () => `${house?.urls[events++ % options.processes]}/webhooks/resend`,
    watch: async (moment) => run?.moment(moment),
  });
  try {
    const open = options.runtime === "node" ? openNodeHouse : openWorkerHouse;
    house = await open({ ...options, settings: provider.env });
    run = new Run(options, planOf(options), provider, house, onProgress);
    return await reportOf(await run.toTheEnd());
  } finally {
    await house?.stop();
    await provider.stop();
  }
}

class Run {
  readonly #books: Books;
  readonly #strikes: Strike[];
  readonly #jumps: Plan["jumps"];
  /** At kills and at jumps of the clock: batches in an attempt, or, where mails go one by one, people whose mail had begun. */
  readonly #inFlight = new Set<string>();
  readonly #kills: string[] = [];
  readonly #resumed: string[] = [];
  readonly #story: string[] = [];
  readonly #began = Date.now();
  #people: Person[] = [];
  #mailingId = "";
  #leaving: Leaving | undefined;
  readonly #broken: string[] = [];
  #nudges = 0;
  #startedAt = 0;
  /** Hand-overs that had arrived when the house woke after an outage; none may follow until a person lets it go on. */
  #wokenAt: number | undefined;
  /** A strike is under way: the dead are being counted and started again. */
  #striking: Promise<void> | undefined;

  constructor(
    readonly options: DrillOptions,
    readonly plan: Plan,
    readonly provider: Provider,
    readonly house: DrillHouse,
    readonly onProgress: (p: Progress) => void,
  ) {
    this.#books = booksOf(house.deps.db.client, house.deps.vault);
    this.#strikes = [...plan.strikes];
    this.#jumps = [...plan.jumps];
  }

  async toTheEnd(): Promise<Ending> {
    const { house, provider, options } = this;
    await house.start();
    this.#startedAt = Date.now();
    await this.#send();
    await this.#watchOver();
    this.#noteSleep();
    await this.#leaving?.finish();
    // The provider's last words.
    for (const late = Date.now() + 120_000; provider.waiting > 0 && Date.now() < late; ) await pause(LOOK_MS);
    this.#tell("the end");
    return {
      options,
      house,
      provider,
      books: this.#books,
      people: this.#people,
      mailingId: this.#mailingId,
      leavers: this.#leaving?.leavers ?? [],
      inFlight: this.#inFlight,
      broken: this.#broken,
      kills: this.#kills,
      resumed: this.#resumed,
      nudges: this.#nudges,
      story: this.#story,
      seconds: (Date.now() - this.#began) / 1000,
    };
  }

  /** Import and "send" at the command line; where there are kills, the command that sends is the first to die. */
  async #send(): Promise<void> {
    const { house, options, plan, provider } = this;
    const csv = house.file("people.csv", peopleFile(options.recipients));
    const claim = ["--source", "Drill", "--since", "2021-03-01", "--basis", "consent", "--origin", "themselves"];
    await house.command("import", csv, "--list", house.list, ...claim);
    this.#people = await this.#books.people(house.list);
    if (this.#people.length !== options.recipients) throw new Error(`only ${this.#people.length} were imported`);
    const id = await draftCampaign(house);
    this.#mailingId = id;
    this.#leaving = startLeaving({ plan, people: this.#people, house, provider, books: this.#books, mailingId: id });
    const command = house.beginCommand("campaign", "send", id);
    this.#tell("send");
    const [first] = this.#strikes;
    const planned = first && "planned" in first.when ? first.when.planned : 0;
    while (command.alive) {
      const look = await this.#books.look(id);
      if (look.state !== "draft" && look.planned >= planned) break;
      await pause(2);
    }
    if (this.#strikes.length === 0) return;
    await command.kill();
    await this.#noteInFlight();
    this.#tell("the command is killed");
  }

  /** A moment of a hand-over: the place for a kill that is due. The hand-over waits until it is done. */
  async moment({ what, mails }: Moment): Promise<void> {
    const [next] = this.#strikes;
    if (!next || this.#striking || !("mails" in next.when)) return;
    const { when } = next;
    if (mails < when.mails || what !== when.moment) return;
    const dead = this.#strike(next, when.lateMs);
    // With no pause between, the provider goes on only after the death.
    if (when.lateMs === 0) await dead;
  }

  /** Kills, counts, lets time pass, starts the dead again. Resolves at the death. */
  #strike(strike: Strike, lateMs = 0): Promise<void> {
    const { house } = this;
    this.#strikes.shift();
    const dead = pause(lateMs).then(() => house.kill(strike.victim));
    this.#striking = dead
      .then(async () => {
        this.#kills.push(spoken(strike));
        this.#tell(`kill: ${spoken(strike)}`);
        this.#mostInDoubt(await this.#noteInFlight());
        house.pass(strike.passMs);
        if (strike.victim === "all" && strike.passMs >= OUTAGE_MS) {
          this.#noteSleep();
          this.#wokenAt = this.provider.arrivals;
        }
        await house.start();
        this.#startedAt = Date.now();
        this.#tell("started again");
      })
      .finally(() => {
        this.#striking = undefined;
      });
    return dead;
  }

  /** What is under way now may become `unknown`: nobody can know. Gives how much of it is new. */
  async #noteInFlight(): Promise<number> {
    const { mailer } = this.options;
    const found = mailer === "smtp" ? await this.#books.begun() : [...(await this.#books.inDoubt()).keys()];
    const before = this.#inFlight.size;
    for (const id of found) this.#inFlight.add(id);
    return this.#inFlight.size - before;
  }

  /** A kill leaves a doubt about one mail of each line, and no more. */
  #mostInDoubt(n: number): void {
    const most = this.options.processes * LINES;
    if (this.options.mailer === "smtp" && n > most)
      this.#broken.push(`P7 ${n} mails of ${most} lines were in doubt after a kill`);
  }

  async #watchOver(): Promise<void> {
    let still = { since: Date.now(), sign: "" };
    for (;;) {
      await this.#striking;
      const look = await this.#books.look(this.#mailingId);
      const mails = this.provider.taken.length;
      this.#leaving?.look();
      this.onProgress({ mails, recipients: this.options.recipients, kills: this.#kills.length, state: look.state });
      this.#strikeByTime(look);
      if (look.state === "sent" && !this.#striking) {
        const [next] = this.#strikes;
        if (!next) return;
        // It was over before its planned moments: the other blows fall on a house that has nothing to do.
        void this.#strike(next);
      }
      if (look.state === "paused" && !this.#striking) await this.#resume();
      const sign = JSON.stringify([look, mails, this.provider.arrivals]);
      if (sign !== still.sign || this.#striking !== undefined) still = { since: Date.now(), sign };
      else if (Date.now() - still.since > this.options.stillMs) {
        await this.#pass(USUAL_PASS_MS);
        this.#nudges++;
        this.#tell(`stood still: ${sign}`);
        still = { since: Date.now(), sign };
      }
      if (Date.now() - this.#began > this.options.mostSeconds * 1000)
        throw new Error(`not over in time: ${sign}\n${this.#story.join("\n")}\n${this.house.output().slice(-2000)}`);
      await pause(LOOK_MS);
    }
  }

  #strikeByTime(look: Look): void {
    const [next] = this.#strikes;
    if (next && !this.#striking) {
      const { when } = next;
      if ("planned" in when && (look.planned >= when.planned || look.state !== "planning")) void this.#strike(next);
      if ("afterStartMs" in when && Date.now() - this.#startedAt >= when.afterStartMs) void this.#strike(next);
    }
    const [jump] = this.#jumps;
    if (!jump || this.#striking || this.provider.taken.length < jump.mails) return;
    this.#jumps.shift();
    void this.#pass(jump.passMs);
    this.#tell(`the clock moves by ${jump.passMs / 1000} s`);
  }

  /** The clock moves while everything runs; whoever holds a lease may lose it. */
  async #pass(ms: number): Promise<void> {
    await this.#noteInFlight();
    this.house.pass(ms);
    await this.#noteInFlight();
  }

  /** Nothing may have gone out since the house woke. */
  #noteSleep(): void {
    const since = this.provider.arrivals - (this.#wokenAt ?? this.provider.arrivals);
    if (since > 0) this.#broken.push(`P7 after an outage ${since} hand-overs were made before a person let it go on`);
    this.#wokenAt = undefined;
  }

  /** A person lets the mailing go on. */
  async #resume(): Promise<void> {
    const mailing = await readMailing(this.house.deps.db, this.#mailingId);
    if (mailing?.state !== "paused") return;
    this.#noteSleep();
    const done = await resumeMailing(this.house.deps, OPERATOR, { id: mailing.id, heldAt: mailing.heldAt ?? 0 });
    this.#resumed.push(`${mailing.heldReason}${"code" in done ? ` (${done.code})` : ""}`);
    this.#tell(`resumed: ${mailing.heldReason}`);
  }

  #tell(what: string): void {
    this.#story.push(`${((Date.now() - this.#began) / 1000).toFixed(2).padStart(7)}  ${what}`);
  }
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
