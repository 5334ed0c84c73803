/**
 * The log of the program: one JSON line per happening, made of codes, ids and route patterns. An address, a name or a
 * token never belongs in it; a value that looks like one is replaced before it is written.
 */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

export interface Log {
  info(what: string, fields?: LogFields): void;
  warn(what: string, fields?: LogFields): void;
  /** A fault. Only the error's class and our own code are kept: messages of drivers and providers hold parameters. */
  fault(what: string, error: unknown, fields?: LogFields): void;
}

const SUSPECT = /@|[A-Za-z0-9_-]{60,}/;

/** A log that writes each line with `line`. */
export function createLog(line: (json: string) => void, now: () => number): Log {
  const put = (level: string, what: string, fields: LogFields = {}) => {
    const safe: LogFields = {};
    for (const [name, value] of Object.entries(fields))
      safe[name] = typeof value === "string" && SUSPECT.test(value) ? "[removed]" : value;
    line(JSON.stringify({ at: new Date(now()).toISOString(), level, what, ...safe }));
  };
  return {
    info: (what, fields) => put("info", what, fields),
    warn: (what, fields) => put("warn", what, fields),
    fault: (what, error, fields) => put("fault", what, { ...fields, ...faultFields(error) }),
  };
}

/** Class, code and place of an error: enough to find it, nothing of what it was about. */
function faultFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = error.cause instanceof Error ? error.cause : undefined;
  return {
    error: term(error.name),
    code: term((error as { code?: unknown }).code),
    cause: term(cause?.name),
    causeCode: term((cause as { code?: unknown } | undefined)?.code),
    place: placeOf(error),
  };
}

/** A class or a code is one word of ours or of a library; anything else may be words about somebody. */
function term(value: unknown): string | number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^[\w.:-]{1,64}$/.test(value) ? value : undefined;
}

/** `verb (file.ts:12:3)`: the first place of ours in the stack. Name and message stand before it, and may have lines as well. */
function placeOf({ stack = "", name, message }: Error): string | undefined {
  const rows = stack.replace(message, "").replace(name, "").split("\n");
  const at = rows.find((row) => /^\s+at /.test(row) && !row.includes("node_modules"));
  const place = at
    ?.trim()
    .replace(/^at /, "")
    .replace(/\(?(?:file:\/\/)?\/.*\/([^/]+)\)?$/, "$1");
  return place && /^[\w.<>$[\]() ]*[\w.:/-]+:\d+:\d+\)?$/.test(place) ? place : undefined;
}
