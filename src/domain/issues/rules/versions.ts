/**
 * Versions of an issue, and which of those that the program saved by itself are still worth a row: the newer, the denser. What
 * a person saved, fetched back, or typed beside somebody else's save is never thinned. Pure.
 */
export interface VersionHead {
  /** 1, 2, 3 … within the issue. */
  n: number;
  how: "saved" | "aside" | "restored" | "reused";
  /** Saved by itself while somebody wrote. */
  auto: boolean;
  by: string;
  at: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One row stays for each author and step: of the last hour every five minutes, of the last day every hour, then every day. */
const STEPS: readonly { younger: number; step: number }[] = [
  { younger: HOUR, step: 5 * MINUTE },
  { younger: DAY, step: HOUR },
  { younger: Number.POSITIVE_INFINITY, step: DAY },
];

/** Numbers of the versions that go. The last of each step stays, and the newest of all. */
export function thinned(versions: readonly VersionHead[], now: number): number[] {
  const newest = Math.max(0, ...versions.map((v) => v.n));
  const kept = new Set<string>();
  const gone: number[] = [];
  for (const version of [...versions].sort((a, b) => b.n - a.n)) {
    if (!version.auto || version.how !== "saved") continue;
    const { step } = STEPS.find(({ younger }) => now - version.at < younger) ?? { step: DAY };
    const slot = `${version.by} ${step} ${Math.floor(version.at / step)}`;
    if (version.n !== newest && kept.has(slot)) gone.push(version.n);
    kept.add(slot);
  }
  return gone.sort((a, b) => a - b);
}
