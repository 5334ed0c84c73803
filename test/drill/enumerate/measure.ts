/**
 * Times of the doors for addresses in every state, interleaved: each round asks once for every state in an order of its own, so
 * that what the machine does meanwhile falls on all alike. The jobs of a request are done before the next one is sent.
 */
import { loadStanding } from "../../../src/domain/consent/views/standing.ts";
import type { SignUpWorld } from "../../support/sign-up-house.ts";
import { above, kruskalWallis } from "./rank.ts";
import { addressOf, type Door, STATES } from "./states.ts";

export interface Timed {
  door: string;
  /** Chance of such differences where there are none. */
  p: number;
  /** The pair that differs most: the chance that one is slower than the other. */
  most: { pair: string; chance: number };
  /** Median milliseconds of each group. */
  medians: Record<string, number>;
  /** The same of a door that looks the person up before it answers: what this measurement would have seen. */
  control: { p: number; chance: number };
}

const CONTROL = "control";

/** `requests` for each state; addresses of a state are used in turn. */
export async function measure(
  house: SignUpWorld,
  door: Door,
  { requests, per }: { requests: number; per: number },
): Promise<Timed> {
  const { world } = house;
  const times = new Map<string, number[]>([...STATES, CONTROL].map((name) => [name, []]));
  const once = async (name: string, round: number) => {
    const state = STATES.find((one) => one === name) ?? "subscribed";
    // Whoever is new is never asked for twice.
    const address = addressOf(state, state === "new" ? 1_000 + round : round % per);
    const begun = performance.now();
    if (name === CONTROL) await loadStanding(world.deps, { normalised: address });
    const answer = await door.send(address);
    await answer.text();
    times.get(name)?.push(performance.now() - begun);
    if (answer.status >= 300) throw new Error(`${door.name} answered ${answer.status}`);
    await world.work();
  };
  const warm = Math.min(50, requests);
  for (let round = 0; round < requests + warm; round++) {
    for (const name of shuffled([...times.keys()])) await once(name, round);
    if (round === warm - 1) for (const list of times.values()) list.length = 0;
  }
  const groups = STATES.map((state) => times.get(state) ?? []);
  let most = { pair: "", chance: 0.5 };
  for (const [i, a] of STATES.entries())
    for (const [j, b] of STATES.entries()) {
      const chance = above(groups[i] ?? [], groups[j] ?? []);
      if (i < j && Math.abs(chance - 0.5) > Math.abs(most.chance - 0.5)) most = { pair: `${a} / ${b}`, chance };
    }
  const control = [times.get(CONTROL) ?? [], times.get("subscribed") ?? []] as const;
  return {
    door: door.name,
    p: kruskalWallis(groups),
    most,
    medians: Object.fromEntries([...times].map(([name, list]) => [name, median(list)])),
    control: { p: kruskalWallis(control), chance: above(...control) },
  };
}

const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

function shuffled<T>(list: T[]): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}
