/** Made by src/runtime/node/build-assets.mjs: asset name → path with the hash of its content. Not edited by hand. */
export const assetPaths: Record<"desk.css" | "public.css" | "htmx.js", string> = {
  "desk.css": "/assets/desk.css",
  "public.css": "/assets/public.css",
  "htmx.js": "/assets/htmx.js",
};
