/** Made by src/runtime/node/build-assets.mjs: asset name → path with the hash of its content. Not edited by hand. */
export const assetPaths = {
  "composer.js": "/assets/composer-SFSMIN2B.js",
  "copying.js": "/assets/copying-LDO6KANZ.js",
  "desk.css": "/assets/desk-ZJKP23IS.css",
  "htmx.js": "/assets/htmx-K6MGJG7G.js",
  "polling.js": "/assets/polling-RUCNJFYX.js",
  "public.css": "/assets/public-IYBPRCM6.css",
  "uploading.js": "/assets/uploading-MOFLCQUP.js",
  "work.js": "/assets/work-CDEYVQIC.js",
} as const;
