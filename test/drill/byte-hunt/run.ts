/**
 * `npm run drill:bytes`: the byte hunt over real processes. First the built server on an embedded file: whoever left is in no
 * byte of its folder, its log, its output, nor of a backup, sealed or tagged, while it runs and after it has ended. Then the
 * same house over a libSQL server: it refuses to overwrite deleted places, which the certificate says, so there only the clear
 * forms are hunted. Ends with 1 if anything was found, or if the hunt was blind.
 *
 *     npm run drill:bytes -- --only file
 */
import { parseArgs } from "node:util";
import { live } from "../../journeys/byte-hunt/life.ts";
import { type Form, filesOf, hunt, type Place, rowsOf, textPlace } from "../../support/byte-hunt.ts";
import { openRealWorld, type RealWorld } from "./real-world.ts";

const { values } = parseArgs({ options: { only: { type: "string" } } });
/** The server empties its write-ahead log a second after an erasure at the latest. */
const WAL_MS = 2_500;
const KEPT = /^row (suppression|link_tag|unjournalled)\./;

const pause = (ms: number) => new Promise((next) => setTimeout(next, ms));
const say = (text: string) => console.log(text);

/** What stands on the disk, without the mailboxes of people and without the keys, which lie beside a demo. */
function disk(real: RealWorld): Place[] {
  return [
    ...filesOf(real.folder).filter(({ name }) => !/^file (mail\/|keys)/.test(name)),
    textPlace("output", real.output()),
  ];
}

function told(what: string, found: string[]): number {
  say(`  ${what}: ${found.length === 0 ? "nothing" : `${found.length} found`}`);
  for (const one of found.slice(0, 20)) say(`    ${one}`);
  return found.length;
}

async function drill(server: boolean): Promise<number> {
  say(server ? "Over a libSQL server" : "On an embedded file");
  const real = await openRealWorld({ server });
  const { world } = real;
  try {
    const { prey, marks, leave } = await live(world);
    const clear = prey.filter(({ name }) => /^(address|name|telephone|link)\b(?!\.)/.test(name));
    const secret = prey.filter((form) => !clear.includes(form));
    let wrong = told(
      "clear forms while he is on a list",
      hunt(clear, [...disk(real), ...(await rowsOf(world.client))]),
    );
    wrong += sees("sealed and tagged forms while he is on a list", secret, disk(real));

    const left = await world.browser().post(leave, { scope: "everything" });
    const page = await left.text();
    if (left.status !== 200 || !page.includes(server ? "pavēlēt nevar" : "uzreiz pārrakstījām")) {
      say("  the certificate does not say what becomes of the bytes");
      wrong++;
    }
    await world.work();
    await pause(WAL_MS);
    const hunted = server ? clear : prey;
    const rows = await rowsOf(world.client);
    wrong += told("whoever left, on the disk of the running house", hunt(hunted, disk(real)));
    wrong += told("whoever left, in its rows", hunt(prey, rows));
    wrong += told(
      "his marks, but where the certificate names them",
      hunt(marks, rows).filter((one) => !KEPT.test(one)),
    );
    if (!server) {
      await world.client.execute(`VACUUM INTO '${real.folder}/backup.db'`);
      wrong += sees(
        "his marks, in a backup",
        marks,
        disk(real).filter(({ name }) => name === "file backup.db"),
      );
    }
    await real.endServer();
    wrong += told("whoever left, after the server has ended", hunt(hunted, disk(real)));
    return wrong;
  } finally {
    await real.close();
  }
}

/** The hunt must see what is there, or finding nothing means nothing. */
function sees(what: string, forms: readonly Form[], places: readonly Place[]): number {
  const found = hunt(forms, places).length;
  say(`  ${what}: ${found > 0 ? "seen" : "NOT SEEN, so the hunt is blind"}`);
  return found > 0 ? 0 : 1;
}

let wrong = 0;
for (const server of [false, true]) {
  if (values.only && values.only !== (server ? "server" : "file")) continue;
  wrong += await drill(server);
}
say(wrong === 0 ? "Nothing was found." : `${wrong} finds.`);
process.exit(wrong === 0 ? 0 : 1);
