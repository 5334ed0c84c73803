/** Where the check of an import has come to. `step` is the fence: whoever moves it has done the step. */
import type { Mapping } from "./columns.ts";

export interface Cursor {
  step: number;
  /** Parts of the file, 0 while it arrives. */
  parts: number;
  /** Bytes of the file. */
  bytes: number;
  /** The part to read next, the place in its text, and the number of the record before it. */
  part: number;
  at: number;
  row: number;
  /** Number of the next page of people, and of the next of opt-outs. */
  page: number;
  stopPage: number;
  /** Columns as a person chose them; guessed otherwise. */
  mapping?: Mapping;
}

export const START = { step: 0, part: 0, at: 0, row: 0, page: 0, stopPage: 0 };

/** Pages from here on hold opt-outs; they are written before the people. */
export const STOP_PAGES = 1_000_000_000;
/** The page of samples lies beside the parts of the file. */
export const SAMPLE_PAGE = -1_000_000_000;
/** Page of the n-th part of the file. */
export const partPage = (n: number) => -1 - n;
/** Rows per page: one page is one commit and one log entry. */
export const PAGE = 1000;

/** What a row made of an address: waits to be added (ask: without proof), opted out, neither, or only in rows that are refused. */
export type TagKind = "add" | "ask" | "stop" | "seen" | "named";
