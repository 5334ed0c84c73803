/** One event under examination, from its bytes to its place in the log: each step adds what it has made sure of. */
import type { Checkpoint } from "../../../proof-log/rules/checkpoint.ts";
import type { ProofFile } from "../../../proof-log/rules/proof-file.ts";
import type { EventFiles } from "../bundle/read.ts";
import type { Statement } from "../dpv/statement.ts";
import type { Finding, FindingCode, StepName } from "./verdict.ts";

export interface Entry {
  files: EventFiles;
  /** Folder of its record; undefined for an act. */
  folder?: string;
  event?: Statement;
  proof?: ProofFile;
  leaf?: Uint8Array;
  /** The head under which its place was proved, once the signature was right too. */
  head?: Checkpoint;
  included?: boolean;
  existedBy?: number;
}

/** Where findings go. */
export interface Notes {
  findings: Finding[];
  /** Counts one thing that a step looked at. */
  look(step: StepName): void;
  note(code: FindingCode, status: Finding["status"], at?: string, values?: Finding["values"]): void;
}

export function notes(looked: Map<StepName, number>): Notes {
  const findings: Finding[] = [];
  return {
    findings,
    look: (step) => void looked.set(step, (looked.get(step) ?? 0) + 1),
    note(code, status, at, values) {
      const step = code.split(".")[0] as StepName;
      findings.push({ step, status, code, ...(at === undefined ? {} : { at }), ...(values ? { values } : {}) });
    },
  };
}

/** UTF-8 text; undefined for other bytes. A byte order mark is a character like any other. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
