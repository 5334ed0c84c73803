/**
 * Mails that go one by one (SMTP): before each the mark that it has begun, after each what became of it. What the lines of a
 * process say in the same moment is one commit, whatever mailing it is of.
 *
 * What must stay true: no mail begins before its mark is written; a line takes no other mail before the outcome of its last
 * one is in the same commit or an earlier one. So whenever the process ends, there is a doubt about one mail of each line.
 */
import type { Deps, Mailer, MailOutcome, OneByOne } from "../../deps.ts";
import { beginMails, type OneMail } from "../../domain/messages/one-by-one/begin-mails.ts";
import type { Addressed } from "../../domain/messages/rules/outcome.ts";

/** One hand-over. Once it is `over`, what became of its mails is written as a whole (record-outcome.ts). */
export interface Accounts extends OneByOne {
  over(): void;
}

type Together = (attempt: OneMail["of"], members: readonly Addressed[]) => Accounts;

/** Lines are a mailer's, and pass from one hand-over to the next. */
const all = new WeakMap<Mailer, Together>();

/** The accounts of an attempt of a batch; `members` in the order of its mails. */
export function accountsOf(deps: Deps, attempt: OneMail["of"], members: readonly Addressed[]): Accounts {
  const together = all.get(deps.mailer) ?? createTogether(deps);
  all.set(deps.mailer, together);
  return together(attempt, members);
}

interface Asked extends OneMail {
  answer: (may: boolean) => void;
}

/** Those who ask while a commit is on its way are in the next one. */
function createTogether(deps: Deps): Together {
  let asked: Asked[] = [];
  let heard: (OneMail & { outcome: MailOutcome })[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    while (asked.length > 0) {
      const [begin, told] = [asked, heard];
      [asked, heard] = [[], []];
      const may = await allowed(begin, told);
      for (const [i, one] of begin.entries()) one.answer(may[i] ?? false);
    }
    running = false;
  }

  /** A database that does not answer permits nothing; what was told then is told with the next. */
  async function allowed(begin: Asked[], told: typeof heard): Promise<boolean[]> {
    const fails = (fault: unknown) => {
      deps.log.fault("begin", fault);
      return "stale" as const;
    };
    const tell = (what: Parameters<typeof beginMails>[1]) => beginMails(deps, what);
    const done = await tell({ begin, told }).catch(fails);
    if (done === "done") return begin.map(() => true);
    // One of them may not begin, which says nothing of the others.
    const known = await tell({ begin: [], told }).catch(fails);
    if (known === "stale") heard.unshift(...told);
    const may: boolean[] = [];
    for (const one of begin)
      may.push(known === "done" && (await tell({ begin: [one], told: [] }).catch(fails)) === "done");
    return may;
  }

  return (attempt, members) => {
    const mail = (index: number): OneMail => ({ of: attempt, member: members[index] as Addressed });
    return {
      begin(index) {
        // The program is ending: what has not begun is left to the next one.
        if (deps.queue.closing?.()) return Promise.resolve(false);
        const answer = new Promise<boolean>((said) => asked.push({ ...mail(index), answer: said }));
        if (!running) void run();
        return answer;
      },
      told: (index, outcome) => void heard.push({ ...mail(index), outcome }),
      over() {
        heard = heard.filter((one) => one.of !== attempt);
      },
    };
  };
}
