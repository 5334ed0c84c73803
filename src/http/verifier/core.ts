/**
 * The core of the verifier as one script: what `verify.html` and `verify.mjs` share, byte for byte. It sets a global
 * `pieteka`; it touches neither page nor network nor files.
 */
export { readVkey } from "../../domain/proof-log/rules/note.ts";
export { isProblem } from "../../domain/proofs/rules/bundle/problem.ts";
export { certificatesIn } from "../../domain/proofs/rules/verify/steps/time.ts";
export { verifyBundle } from "../../domain/proofs/rules/verify/verify.ts";
export { say } from "../../texts/say.ts";
export { verifierTexts } from "../../texts/verifier.ts";
export {
  beside,
  countsOf,
  problemText,
  reportText,
  sentencesOf,
  stampText,
  UNSHOWN,
  utcOf,
  VERDICTS,
  verdictSentence,
  voiceOf,
  vouchedLine,
} from "../../texts/verifier-report.ts";
export { verifierStepTexts } from "../../texts/verifier-steps.ts";
