/** Made by src/runtime/node/build-assets.mjs: asset name → path with the hash of its content. Not edited by hand. */
export const assetPaths = {
  "composer.js": "/assets/composer-QEXHNELS.js",
  "copying.js": "/assets/copying-LDO6KANZ.js",
  "desk.css": "/assets/desk-NQCR5X5Q.css",
  "htmx.js": "/assets/htmx-UIHNJFAY.js",
  "polling.js": "/assets/polling-RUCNJFYX.js",
  "public.css": "/assets/public-IYBPRCM6.css",
  "uploading.js": "/assets/uploading-MOFLCQUP.js",
  "work.js": "/assets/work-TITY74P3.js",
} as const;
