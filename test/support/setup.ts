/** Before all tests: the assets that pages name must be there. Chromium unpacks itself into the folder for temporary files. */
export default async function setup(): Promise<void> {
  await import("../../src/runtime/node/build-assets.mjs" as string);
}
