/** What is said where the settings lack keys that rows need. For the operator: English, without anything personal. */
import { ConfigError } from "../../../platform/config.ts";
import type { RingName } from "../../../platform/keys.ts";

/** Settings without keys that the database needs, as the program refuses to start with them. */
export function missingError(missing: readonly { ring: RingName; id: string }[]): ConfigError {
  return new ConfigError(
    missing.map(
      ({ ring, id }) =>
        `${ring} lacks the key ${id}, and rows of the database need it. Put it behind the others. If it was destroyed, this database was restored from a backup that is older; if it is lost, LOST_KEYS=${id} starts the program without what it sealed.`,
    ),
  );
}
