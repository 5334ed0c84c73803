/** Who does what, and how often: the troubles of a run come between these. */
import type { Town } from "../house/town.ts";
import { tellOf } from "../outside/events.ts";
import { decideUnknown, planAnew, retryDead, sendReceiptsAgain } from "./again.ts";
import { ambushOf } from "./ambush.ts";
import { answer, confirm, leaveByPage, oneClick, reactTo, signUp } from "./people.ts";
import {
  askList,
  cancel,
  changeSettings,
  close,
  decideHeld,
  importPeople,
  pause,
  refuse,
  restrict,
  resume,
} from "./staff.ts";

type Act = (town: Town) => Promise<void> | void;

const MINUTE = 60_000;

/** All processes die, and nobody starts them for a while. */
const outage: Act = (town) => {
  const ms = town.random.span(5 * MINUTE, 300 * MINUTE);
  town.site.outage = true;
  town.machine.note(`OUTAGE of ${Math.round(ms / MINUTE)} min`);
  for (const process of town.processes) process.kill();
  const host = { name: "host", dead: false, mortal: false };
  town.machine.after(host, ms, "the outage is over", () => {
    town.site.outage = false;
    for (const process of town.processes) process.start();
  });
};

/** The machine sleeps, or somebody sets the clock: everything that was due meanwhile comes at once. */
const jump: Act = (town) => town.machine.jump(town.random.span(10_000, 26 * 60 * MINUTE));

const ACTS: readonly (readonly [Act, number, string])[] = [
  [(town) => oneClick(town), 4, "one-click"],
  [(town) => leaveByPage(town), 3, "leave by page"],
  [(town) => answer(town), 4, "answer"],
  [signUp, 3, "sign up"],
  [(town) => confirm(town), 2, "confirm"],
  [(town) => refuse(town), 8, "telephone"],
  [(town) => importPeople(town), 2, "import"],
  [(town) => askList(town), 1, "campaign"],
  [(town) => pause(town), 2, "pause"],
  [resume, 5, "resume"],
  [cancel, 0.6, "cancel"],
  [close, 0.5, "close"],
  [decideUnknown, 1.5, "decide what is unknown"],
  [planAnew, 1.5, "plan anew what failed"],
  [sendReceiptsAgain, 1, "send receipts again"],
  [retryDead, 1, "try dead letters again"],
  [decideHeld, 1, "decide who is held"],
  [changeSettings, 1, "settings"],
  [(town) => restrict(town), 2, "restrict"],
  [outage, 0.6, "outage"],
  [jump, 1, "jump"],
];

/** Spreads the acts of a run over its troubled part. What fails there is only noted: somebody tries again later, or not. */
export function script(town: Town): void {
  const { machine, climate, random } = town;
  const world = { name: "world", dead: false, mortal: false };
  town.onMail.push(({ mail }) => reactTo(town, mail));
  if (climate.events) town.onMail.push((taken) => tellOf(town, taken));
  machine.ambush = ambushOf(town);
  for (let n = 0; n < climate.acts; n++) {
    const [act, , name] = random.weighted(ACTS.map((one) => [one, one[1]] as const));
    // Most of it happens while the first mails go out.
    const at = random.chance(0.6) ? random.span(500, 5 * MINUTE) : random.span(1_000, climate.lastsMs);
    machine.after(world, at, `ACT ${name}`, () => {
      // The last jump of the clock can bring it only when the troubles are over: then nothing may disturb any more.
      if (town.calmSince !== undefined) return;
      machine.count(`act: ${name}`);
      Promise.resolve(act(town)).catch((error: Error) =>
        machine.note(`act ${name} failed: ${error.message.slice(0, 80)}`),
      );
    });
  }
}
