/**
 * An SMTP server as a drill's provider (smtp-server on loopback): takes each mail at the end of its data, before it says
 * so, and forgets the text. Chaos from the seed: refusals for now, cut connections before and after the data, slow answers.
 */
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { between, randomFor } from "../../support/random.ts";
import { isRefusedAddress, type Provider, type ProviderOptions, type Taken } from "./provider.ts";

/** Shares of mails. */
const LATER = 0.004;
const CUT_BEFORE = 0.002;
const CUT_AFTER = 0.004;
const SLOW = 0.01;

/** What smtp-server keeps of a connection, as far as it is needed to cut it. */
interface Wire {
  id: string;
  _socket: { destroy(): void };
}

type Fate = "later" | "cut" | "cutAfter" | "slow" | "fine";

export async function startSmtpProvider({ seed, chaos, watch }: ProviderOptions): Promise<Provider> {
  const taken: Taken[] = [];
  const doubts = new Set<string>();
  const fates = { later: 0, cut: 0, cutAfter: 0, slow: 0, fine: 0 };
  let arrivals = 0;
  /** Transactions under way, by session. */
  const under = new Map<string, { arrival: number; fate: Fate; chance: () => number }>();

  const no = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
  const cut = (session: SMTPServerSession) => {
    for (const connection of server.connections as unknown as Set<Wire>)
      if (connection.id === session.id) connection._socket.destroy();
  };

  const server: SMTPServer = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onMailFrom(_address, session, done) {
      const arrival = arrivals++;
      const chance = randomFor(seed, `mail ${arrival}`);
      under.set(session.id, { arrival, fate: chaos ? fateOf(chance()) : "fine", chance });
      done();
    },
    onRcptTo({ address }, session, done) {
      const fate = under.get(session.id)?.fate;
      if (isRefusedAddress(address)) return done(no(550, "5.1.1 no such mailbox here"));
      if (fate === "later") {
        fates.later++;
        return done(no(451, "4.3.2 not now"));
      }
      done();
    },
    onData(stream, session, done) {
      const { arrival, fate, chance } = under.get(session.id) ?? {
        arrival: -1,
        fate: "fine" as const,
        chance: () => 0,
      };
      const to = session.envelope.rcptTo.map((r) => r.address);
      const end = async () => {
        fates[fate]++;
        if (fate === "slow") await new Promise((next) => setTimeout(next, between(chance, 20, 1_000)));
        await watch({ what: "arrived", key: undefined, mails: taken.length });
        if (fate === "cut") {
          for (const address of to) doubts.add(address);
          return cut(session);
        }
        for (const address of to) taken.push({ to: address, arrival });
        await watch({ what: "accepted", key: undefined, mails: taken.length });
        if (fate === "cutAfter") {
          for (const address of to) doubts.add(address);
          return cut(session);
        }
        done();
        await watch({ what: "answered", key: undefined, mails: taken.length });
      };
      stream.on("data", () => {});
      stream.on("end", () => void end());
    },
    onClose: (session) => void under.delete(session.id),
  });
  server.on("error", () => {});
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;

  return {
    env: { MAILER: "smtp", SMTP_URL: `smtp://127.0.0.1:${port}` },
    taken,
    get arrivals() {
      return arrivals;
    },
    leftInDoubt: (to) => doubts.has(to),
    refuses: isRefusedAddress,
    waiting: 0,
    givenUp: 0,
    figures: () => ({
      transactions: arrivals,
      "refused for now": fates.later,
      "cut before taken": fates.cut,
      "cut after taken": fates.cutAfter,
      "slow answers": fates.slow,
    }),
    stop: () => new Promise((closed) => server.close(() => closed())),
  };
}

function fateOf(dice: number): Fate {
  const shares: [Fate, number][] = [
    ["later", LATER],
    ["cut", CUT_BEFORE],
    ["cutAfter", CUT_AFTER],
    ["slow", SLOW],
  ];
  let left = dice;
  for (const [fate, share] of shares) {
    if (left < share) return fate;
    left -= share;
  }
  return "fine";
}
