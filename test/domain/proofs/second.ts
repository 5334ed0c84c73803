/**
 * A second verifier, written from the specifications alone and by other means: OpenSSL by way of node:crypto, another ZIP
 * reader, the recursive definition of RFC 6962 instead of the loop of RFC 9162, a JSON writer of its own. It knows one thing:
 * whether the events of a bundle are in the log that the key of its policy signed, in an unbroken chain.
 */
import { createHash, createHmac, createPublicKey, verify } from "node:crypto";
import { unzipSync } from "fflate";

const sha = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
const largestPowerBelow = (n: number) => 2 ** (Math.ceil(Math.log2(n)) - 1);

/** RFC 6962 section 2.1.1: the root that PATH(m, D[n]) leads to, by its recursive definition; the path is used up from its end. */
function rootBy(m: number, n: number, leaf: Buffer, path: Buffer[]): Buffer {
  if (n === 1) return leaf;
  const sibling = path.pop();
  if (!sibling) throw new Error("too short");
  const k = largestPowerBelow(n);
  return m < k
    ? sha(Buffer.of(1), rootBy(m, k, leaf, path), sibling)
    : sha(Buffer.of(1), sibling, rootBy(m - k, n - k, leaf, path));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical((value as Record<string, unknown>)[name])}`).join(",")}}`;
}

/** The public key of a vkey, and its 4 byte id. */
function keyOf(vkey: string) {
  const [, name = "", id = "", code = ""] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey) ?? [];
  const raw = Buffer.from(code, "base64");
  if (raw.length !== 33 || raw[0] !== 1) throw new Error("not an Ed25519 vkey");
  if (
    sha(Buffer.from(`${name}\n`), raw)
      .subarray(0, 4)
      .toString("hex") !== id
  )
    throw new Error("another id");
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), raw.subarray(1)]);
  return { name, id, key: createPublicKey({ key: spki, format: "der", type: "spki" }) };
}

/** Whether every event is where its proof says. Anything that is not as it should be makes it false. */
export function secondOpinion(bundle: Uint8Array): boolean {
  try {
    const files = unzipSync(bundle);
    const text = (path: string) => Buffer.from(files[path] as Uint8Array).toString("utf8");
    const key = keyOf(/^log (\S+)/m.exec(text("policy.txt"))?.[1] ?? "");
    let prev: string | null = null;
    const paths = Object.keys(files).filter((path) => /^events\/\d+\.json$/.test(path));
    for (const path of paths) {
      const body = text(path);
      const event = JSON.parse(body);
      if (canonical(event) !== body || event.prev !== prev || event.log !== key.name) return false;
      const file = text(path.replace(".json", ".tlog-proof"));
      const [above = "", ...rest] = file.split("\n\n");
      const [, extra = "", index = "", ...path64] = above.split("\n");
      const salt = Buffer.from(extra.slice("extra ".length), "base64");
      const c = createHmac("sha256", salt).update(`consent-event/1\n${body}`).digest("base64url");
      const leaf = sha(Buffer.of(0), Buffer.from(canonical({ alg: "HMAC-SHA-256", c, t: "consent-event/1" })));
      prev = leaf.toString("base64url");
      const note = rest.join("\n\n");
      const [head = "", signatures = ""] = note.split("\n\n");
      const [origin, size, root] = head.split("\n");
      const m = Number(index.slice("index ".length));
      const siblings = path64.map((one) => Buffer.from(one, "base64"));
      if (origin !== key.name || salt.length !== 32 || m >= Number(size)) return false;
      if (rootBy(m, Number(size), leaf, siblings).toString("base64") !== root || siblings.length > 0) return false;
      const line = signatures.split("\n").find((one) => one.startsWith(`— ${key.name} `));
      const signed = Buffer.from(line?.split(" ")[2] ?? "", "base64");
      if (signed.subarray(0, 4).toString("hex") !== key.id) return false;
      if (!verify(null, Buffer.from(`${head}\n`), key.key, signed.subarray(4))) return false;
    }
    return paths.length > 0;
  } catch {
    return false;
  }
}
