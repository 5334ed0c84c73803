/** A CPU profile of one part of a run: `--profile` writes it to .build, to be opened in the browser's developer tools. */
import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";

/** Begins; the result ends it and writes `.build/<name>.cpuprofile`. */
export async function profile(name: string): Promise<() => Promise<void>> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.start");
  return async () => {
    const { profile: made } = await session.post("Profiler.stop");
    session.disconnect();
    writeFileSync(`.build/${name}.cpuprofile`, JSON.stringify(made));
  };
}
