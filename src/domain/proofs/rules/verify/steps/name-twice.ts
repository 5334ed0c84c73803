/**
 * Whether an object in a JSON text has a member twice: readers disagree about which one counts, so that one person could be
 * shown a "yes" and another a "no". The text has been parsed already; here only braces and names are followed.
 */
export function hasNameTwice(json: string): boolean {
  const objects: (Set<string> | undefined)[] = [];
  let last: string | undefined;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]/g)) {
    if (token === "{") objects.push(new Set());
    else if (token === "[") objects.push(undefined);
    else if (token === "}" || token === "]") objects.pop();
    else if (token === ":" && last !== undefined) {
      const names = objects.at(-1);
      const name = JSON.parse(last) as string;
      if (names?.has(name)) return true;
      names?.add(name);
    }
    last = token.startsWith('"') ? token : undefined;
  }
  return false;
}
