/**
 * Puts the impure things together, the same way in both runtimes. What depends on settings alone is made once (`house`);
 * what holds a connection is made by each runtime at its own pace: per request on Workers, once on Node.
 */
import type { Client } from "@libsql/client";
import { callWeb } from "../delivery/call.ts";
import { postMail } from "../delivery/post.ts";
import { createRenderer } from "../delivery/render.ts";
import type { Deps, JournalStore, LogCopy, LogWitness, Mailer, Pieces, Queue, Witness } from "../deps.ts";
import { needsSecondFactor } from "../domain/staff/rules/second-factor.ts";
import type { Aead } from "../platform/aead.ts";
import { authSecret, authSecrets, createAuth } from "../platform/auth/index.ts";
import { type Clock, systemClock } from "../platform/clock.ts";
import type { Config } from "../platform/config.ts";
import { openDatabase } from "../platform/db.ts";
import { exchangeWeb } from "../platform/exchange.ts";
import { type Ids, randomIds } from "../platform/ids.ts";
import { createLog, type Log } from "../platform/log.ts";
import { createTokens } from "../platform/tokens.ts";
import { createVault } from "../platform/vault.ts";
import { createDoors } from "./doors.ts";
import { mailSignIn } from "./sign-in-mail.ts";

/** What a runtime brings along. */
export interface Connection {
  client: Client;
  queue: Queue;
  mailer: Mailer;
  /** Runs work that the answer does not wait for; faults of it end in the log. */
  defer: (work: () => Promise<void>) => Promise<void> | void;
  afterErasure: () => void;
  vacuum?: Deps["vacuum"];
  witness?: Witness | undefined;
  logCopy?: LogCopy | undefined;
  logWitness?: LogWitness | undefined;
  journal?: JournalStore | undefined;
  pieces?: Pieces | undefined;
  uploadLimit?: number | undefined;
  /** Calls web addresses; the plain `fetch` of the platform if not said. */
  call?: Deps["call"];
  /** Asks for bytes; by the plain `fetch` of the platform if not said. */
  exchange?: Deps["exchange"];
}

/** What a runtime, tests and the command line bring themselves. */
export interface Parts {
  clock: Clock;
  ids: Ids;
  /** Where the lines of the log go; stdout if not said. */
  line: (json: string) => void;
  /** The runtime's own cipher; the portable one if not said. */
  aead: Aead;
}

export interface House {
  log: Log;
  depsOver(connection: Connection): Deps;
}

/** Makes the part that lives as long as the settings; the result makes `Deps` over a connection. */
export function createHouse(config: Config, parts: Partial<Parts> = {}): House {
  const { clock = systemClock, ids = randomIds, line = console.log, aead } = parts;
  const log = createLog(line, clock.now);
  const vault = createVault(config.rings, ids, aead);
  const tokens = createTokens(config.rings.TOKEN_KEYS);
  const render = createRenderer(tokens, config.publicUrl);
  const doors = createDoors();
  const secret = authSecret(config.rings.TOKEN_KEYS);
  const secrets = authSecrets(config.rings.TOKEN_KEYS);
  const depsOver: House["depsOver"] = ({
    client,
    queue,
    mailer,
    defer,
    call = callWeb,
    exchange = exchangeWeb,
    ...rest
  }) => {
    const db = openDatabase(client);
    const auth = createAuth({
      db,
      publicUrl: config.publicUrl,
      secret,
      secrets,
      mustEnrol: (role) => config.secondFactor === "demanded" && needsSecondFactor(role),
      clock,
      defer: (work) => defer(() => work().catch((error) => log.fault("deferred", error))),
      onSignInMail: (mail) => mailSignIn(deps, mail),
    });
    const post: Deps["post"] = (mail, key, begin) => postMail(deps, mail, key, begin);
    const made = { db, queue, mailer, auth, vault, tokens, clock, ids, log, config, render };
    const mayServe = () => doors(deps);
    const deps: Deps = { ...made, post, call, exchange, mayServe, ...rest };
    return deps;
  };
  return { log, depsOver };
}
