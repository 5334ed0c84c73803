/** C2SP tlog-policy: groups and quorums as the specification tells them, and what its text forbids. */

import { sha256 } from "@noble/hashes/sha2.js";
import { expect, test } from "vitest";
import { noteSigner, vkeyText } from "../../../../src/domain/proof-log/rules/note.ts";
import { policyText, reachesQuorum, readPolicy } from "../../../../src/domain/proofs/rules/bundle/policy.ts";
import { base64, concat, hex, utf8 } from "../../../../src/platform/encoding.ts";

const log = noteSigner("example.com/log", new Uint8Array(32).fill(1));
/** vkey of a witness, type 0x04. */
const witness = (n: number) => {
  const name = `w${n}.example`;
  const key = concat(Uint8Array.of(4), noteSigner(name, new Uint8Array(32).fill(n)).publicKey);
  return `${name}+${hex(sha256(concat(utf8(`${name}\n`), key)).subarray(0, 4))}+${base64(key)}`;
};
const EXAMPLE = `# as in the specification
log ${vkeyText(log)} https://example.com/log/

witness X1 ${witness(11)}
\twitness  X2\t${witness(12)}
witness X3 ${witness(13)}
group X-witnesses 2 X1 X2 X3

witness Y1 ${witness(21)}
witness Y2 ${witness(22)}
group Y-witnesses any Y1 Y2

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`;

test("the example of the specification: two of X and one of Y, no fewer", () => {
  const policy = readPolicy(EXAMPLE);
  if (!policy) throw new Error("it does not read");
  expect(policy.logs.map(vkeyText)).toEqual([vkeyText(log)]);
  const enough = (...names: string[]) => reachesQuorum(policy, new Set(names));
  expect(enough("X1", "X3", "Y2")).toBe(true);
  expect(enough("X1", "X2", "X3")).toBe(false);
  expect(enough("X1", "Y1", "Y2")).toBe(false);
  expect(enough()).toBe(false);
});

test("what we write reads back and asks for no witness", () => {
  const policy = readPolicy(policyText([log]));
  expect(policy?.logs).toHaveLength(1);
  expect(policy && reachesQuorum(policy, new Set())).toBe(true);
});

test.each([
  ["no quorum", EXAMPLE.replace(/quorum .*\n/, "")],
  ["two quorums", `${EXAMPLE}quorum none\n`],
  ["a quorum of nobody", EXAMPLE.replace("quorum X-and-Y", "quorum Z")],
  ["a quorum before its group", `quorum X\n${EXAMPLE}`],
  ["a member named twice", EXAMPLE.replace("2 X1 X2 X3", "2 X1 X2 X2")],
  ["a witness in two groups", EXAMPLE.replace("any Y1 Y2", "any Y1 X2")],
  ["more than there are", EXAMPLE.replace("2 X1 X2 X3", "4 X1 X2 X3")],
  ["a threshold of none", EXAMPLE.replace("2 X1 X2 X3", "0 X1 X2 X3")],
  ["a number with a leading zero", EXAMPLE.replace("2 X1 X2 X3", "02 X1 X2 X3")],
  ["a group without members", EXAMPLE.replace("any Y1 Y2", "any")],
  ["none as a member", EXAMPLE.replace("any Y1 Y2", "any Y1 none")],
  ["a name used twice", EXAMPLE.replace("witness X3", "witness X1")],
  ["a key used twice under another name", EXAMPLE.replace(witness(13), witness(12))],
  ["a log twice", `log ${vkeyText(log)}\n${EXAMPLE}`],
  ["a witness's key as a log's", EXAMPLE.replace(vkeyText(log), witness(14))],
  ["a log's key as a witness's", EXAMPLE.replace(witness(13), vkeyText(log))],
  ["an unknown line", `${EXAMPLE}threshold 3\n`],
  ["a carriage return", EXAMPLE.replaceAll("\n", "\r\n")],
  ["a control character", EXAMPLE.replace("# as", "#\u0001as")],
  ["no newline at the end", EXAMPLE.trimEnd()],
  ["nothing", ""],
])("%s is refused", (_, text) => {
  expect(readPolicy(text)).toBeUndefined();
});
