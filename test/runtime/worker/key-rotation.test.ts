/** Rotation as the Worker does it, over a libSQL server: by its own clock and queue, with nobody's help. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkImport } from "../../../src/domain/imports/check.ts";
import { runImport } from "../../../src/domain/imports/run.ts";
import { readKeys } from "../../../src/domain/key-rotation/views.ts";
import { readLists } from "../../../src/domain/lists/views.ts";
import { utf8 } from "../../../src/platform/encoding.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { newRingText } from "../../../src/platform/keys.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { must } from "../../domain/consent/scene.ts";
import { loseNewest } from "../../domain/key-rotation/rings.ts";
import { KEY_SET } from "../../support/settings.ts";
import { until } from "../../support/until.ts";
import { startWorkerHouse } from "../../support/worker-house.ts";

const PEOPLE = 450;
const HOURLY = "17 * * * *";

it("brings every address under the new key, page by page, and leaves the old one without a row", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-rotation-"));
  const ring = `${newRingText(randomIds)},${KEY_SET.ADDRESS_KEYS}`;
  const house = await startWorkerHouse({ folder, keys: { ...KEY_SET, ADDRESS_KEYS: ring } });
  try {
    const { deps } = house;
    // As they were brought in before the operator put the new key in front.
    const [now, vault] = [deps.config, deps.vault];
    loseNewest(deps, "ADDRESS_KEYS");
    const [list] = (await readLists(deps.db)).filter(({ kind }) => kind === "newsletter");
    const rows = Array.from({ length: PEOPLE }, (_, i) => `cilveks${i}@pasts.example`);
    const claim = {
      source: "Eksports",
      since: "2020-01-01",
      basis: "consent",
      origin: "themselves",
      proof: "",
    } as const;
    const bytes = utf8(`e-pasts\n${rows.join("\n")}\n`);
    const input = { listId: list?.id ?? "", fileName: "saraksts.csv", bytes, claim };
    const { importId } = must(await checkImport(deps, OPERATOR, input));
    must(await runImport(deps, OPERATOR, { importId }));
    for (let n = 0; n < 3; n++) await handleJob(deps, { kind: "import-page", importId });
    Object.assign(deps, { config: now, vault });

    const rowsUnder = async (place: number) =>
      (await readKeys(deps)).find((key) => key.ring === "ADDRESS_KEYS" && key.place === place)?.rows.moved;
    expect(await rowsUnder(1)).toBe(PEOPLE);
    await house.tick(HOURLY);
    await until("the last row under the old key", async () => ((await rowsUnder(1)) === 0 ? true : undefined));
    expect(await rowsUnder(0)).toBe(PEOPLE);
    await until("the day of it", async () => {
      const found = await deps.db.client.execute(
        "SELECT 1 FROM ring_key WHERE empty_since IS NOT NULL AND ring = 'ADDRESS_KEYS'",
      );
      return found.rows.length > 0 ? true : undefined;
    });
  } finally {
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
