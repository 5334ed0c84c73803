/**
 * Builds the drilled programs: the server and the command line as `npm run build` does, in a folder of their own, with the
 * unreliable queue in the server's place of its queue.
 */
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build, type Plugin } from "esbuild";

export interface Built {
  server: string;
  cli: string;
}

const QUEUE: Plugin = {
  name: "unreliable-queue",
  setup(bundle) {
    bundle.onResolve({ filter: /^\.\/queue\.ts$/ }, ({ importer }) =>
      importer.endsWith(join("runtime", "node", "start.ts"))
        ? { path: resolve("test/drill/house/unreliable-queue.ts") }
        : null,
    );
  },
};

let made: Promise<Built> | undefined;

/** Builds both, once for all drills of this process; at its end they are deleted. */
export function buildDrilled(): Promise<Built> {
  made ??= buildBoth();
  return made;
}

/** Packages stay where npm put them, so the folder lies inside this one. */
async function buildBoth(): Promise<Built> {
  const outdir = join(".build", `drill-${process.pid}-${Date.now().toString(36)}`);
  mkdirSync(outdir, { recursive: true });
  process.once("exit", () => rmSync(outdir, { recursive: true, force: true }));
  const { metafile } = await build({
    entryPoints: { server: "src/runtime/node.ts", cli: "src/runtime/cli.ts" },
    outdir,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: "linked",
    logLevel: "warning",
    metafile: true,
    plugins: [QUEUE],
  });
  if (!Object.keys(metafile.inputs).includes("test/drill/house/unreliable-queue.ts"))
    throw new Error("the server was built without the unreliable queue");
  return {
    server: join(outdir, "server.js"),
    cli: join(outdir, "cli.js"),
  };
}
