/** Whom the drilled program hands its mail to, and what it keeps: the other side of the books. */
import type { Moment } from "../../fakes/resend.ts";

export type { Moment };

/** One mail that the provider has taken. From here on it cannot be called back. */
export interface Taken {
  to: string;
  /** Its id there, where the program is told one. */
  id?: string;
  key?: string;
  /** Which hand-over brought it: hand-overs are counted as they arrive, from 0. */
  arrival: number;
}

export interface Provider {
  /** Settings that lead the program's mail here. */
  env: Record<string, string>;
  readonly taken: readonly Taken[];
  /** Hand-overs that have arrived so far. */
  readonly arrivals: number;
  /** Whether it gave the program reason not to know what became of this mail: an error, silence, a cut. */
  leftInDoubt(to: string, batchId: string): boolean;
  /** Whether it refuses this address for ever. */
  refuses(address: string): boolean;
  /** What it said afterwards, by address; undefined for a provider without events. */
  said?: { bounced: ReadonlySet<string>; complained: ReadonlySet<string>; share: number };
  /** Events that are still to be told, and those that nobody took. */
  readonly waiting: number;
  readonly givenUp: number;
  /** Figures of its own for the table. */
  figures(): Record<string, number>;
  stop(): Promise<void>;
}

/** What a drill asks of a provider. */
export interface ProviderOptions {
  seed: number;
  now: () => number;
  /** Failures of every kind; without it everything is taken at once. */
  chaos: boolean;
  silence: boolean;
  /** Where the program's door for events is. */
  webhookUrl: () => string;
  /** Share of mails of which there are events. */
  eventShare: number;
  /** Told of each moment of a hand-over; the hand-over waits for it. */
  watch: (moment: Moment) => Promise<void> | void;
}

/** Addresses of this domain are refused for ever, by both providers. */
export const REFUSED_DOMAIN = "nav.example";
export const isRefusedAddress = (address: string) => address.endsWith(`@${REFUSED_DOMAIN}`);
