/** What does a rule: how many things are over, and one page of their end. What a hand writes is inert; the run commits it. */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import type { Institution } from "../../institution/rules.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import type { Cutoff } from "../rules/period.ts";

/** As of which moment a rule is asked. The same for a whole run, however long it takes. */
export interface As {
  /** Moment, ms, and its day in the institution's zone. */
  at: number;
  today: string;
  zone: string;
  /** What is over by the rule's period. */
  cutoff: Cutoff;
}

export interface Counted {
  /** Over, and not held. */
  due: number;
  /** Over, and kept by a legal hold, or because the person's data are restricted. */
  kept: number;
  /** Counting stopped at its bound: there are so many at least. */
  more?: boolean;
}

export interface Office {
  profile: Institution;
  logOrigin: string;
}

export interface Page {
  /** The first write is the one that counts, where `n` says so. */
  change: Write[];
  proof: Evidence[];
  /** How many things end by this page; `first`: as many as the first write changes. */
  n: number | "first";
  /** Where the next page begins; null: this was the last. */
  cursor: string | null;
}

/** A thing that is over, for whoever looks at samples: when it began, and what it belongs to. Never an address or a name. */
export interface Sample {
  /** Beginning of its id: enough to tell two apart, too little to find anybody. */
  mark: string;
  since: number | string | null;
}

export interface Hand {
  /**
   * With `most` no more things are looked at than that, and the answer says whether there were more; a rule
   * whose period may be changed keeps to it. Without, it goes through all: for jobs alone.
   */
  count(deps: Pick<Deps, "db">, as: As, most?: number): Promise<Counted>;
  /** At most `most` things. Called again until `cursor` is null; what was done before is not done again. */
  page(deps: Deps, office: Office, as: As, cursor: string | null, most: number): Promise<Page>;
  samples(deps: Pick<Deps, "db">, as: As, most: number): Promise<Sample[]>;
}
