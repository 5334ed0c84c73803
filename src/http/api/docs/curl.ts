/** A call of an operation as a line for a terminal, from its example. The key stands in a variable: it is nobody's. */
import { API } from "../door.ts";
import type { Operation } from "../frame/operation.ts";

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** The path of the example, with its query. */
export function examplePath({ path, example }: Operation): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(example.params?.[name] ?? ""));
  const query = new URLSearchParams(
    Object.entries(example.query ?? {}).map(([name, value]) => [name, String(value)]),
  ).toString();
  return `${API}${filled}${query && `?${query}`}`;
}

/** `curl …`, ready to be copied. */
export function curlOf(op: Operation, publicUrl: string): string {
  const parts = ["curl", '-H "Authorization: Bearer $PIETEKA_KEY"'];
  if (op.method === "put") parts.push("-X PUT");
  if (op.form)
    for (const [name, value] of Object.entries(op.example.body ?? {}))
      parts.push(name === "file" ? "-F 'file=@people.csv'" : `-F ${quoted(`${name}=${String(value)}`)}`);
  else if (op.body) parts.push("-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(op.example.body))}`);
  if (op.repeatable) parts.push('-H "Idempotency-Key: $(uuidgen)"');
  if ("file" in op.answer) parts.push("-o proofs.zip");
  return [...parts, quoted(`${publicUrl}${examplePath(op)}`)].join(" \\\n  ");
}
