/** `npm run dev`: builds and starts the demo; Node's `--watch-path` starts it again when a source file changes. */
await import("./build.mjs");
await import("./build-assets.mjs").catch((error) => console.error(error.message));
process.argv.push("--demo");
await import("../../../.build/server.js");
