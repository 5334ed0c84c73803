/**
 * The verifier as files, as they lie in every bundle and are served at /log/verify: `verify.html` for a browser with the
 * network off, `verify.mjs` for Node. Both hold the same core. Their hashes are published, because a file cannot hold its own.
 */
import { utf8 } from "../../../../platform/encoding.ts";
import { type Summed, summed } from "../bundle/sums.ts";
import { after, before, core, main, policy } from "./built.gen.ts";

export interface VerifierFile extends Summed {
  text: string;
}

/** Content-Security-Policy of `verify.html`, also inside it: no network, and only its own scripts by their hash. */
export const verifierPolicy: string = policy;

let made: { html: VerifierFile; mjs: VerifierFile } | undefined;

/** Both files. */
export function verifierFiles(): { html: VerifierFile; mjs: VerifierFile } {
  made ??= { html: fileOf(before + core + after), mjs: fileOf(`${core}\n${main}\n`) };
  return made;
}

const fileOf = (text: string): VerifierFile => ({ text, ...summed(utf8(text)) });
