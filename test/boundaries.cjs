/**
 * The directions of the house, for dependency-cruiser (`npm run check:boundaries`, by way of
 * boundaries.mjs, which is why files end in .js here): runtime → app → http → domain ←
 * delivery ← runtime, domain → platform, rules → rules only. Each rule says what would go wrong without it.
 */
const RULES = "^src/domain/[^/]+/rules(\\.js|/.+\\.js)$";
// Files directly in the noun or in a folder of verbs that is named here; rules/ apart.
const VERB =
  "^src/domain/[^/]+/(?:(?:choices|drafts|ending|lists|one-by-one|planning|review|rights|second-factor|sending|waves)/)?(?!rules\\.|store\\.|views\\.)[^/]+\\.js$";
const STORE = "^src/domain/[^/]+/store(\\.js$|/)";
const DATA = "^src/domain/[^/]+/(store|views)(\\.js$|/)";
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: { path: "^src" }, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        path: "^src",
        pathNot: "^src/(runtime/(worker|node|cli|node/deploy)|http/assets/(copying|polling|uploading))\\.js$",
      },
      to: {},
    },
    {
      name: "rules-are-pure",
      severity: "error",
      comment: "rules.ts: types and decisions only",
      from: { path: RULES },
      to: {
        pathNot: [
          RULES,
          "^src/(refusal|platform/encoding)\\.js$",
          "node_modules/(tldts|free-email-domains|temporal-polyfill|date-holidays|canonicalize|@noble|pkijs|asn1js)/",
        ],
      },
    },
    {
      name: "decisions-of-delivery-are-pure",
      severity: "error",
      from: { path: "^src/delivery/(outcome|pace)\\.js$" },
      to: { pathNot: [RULES, "^src/(refusal|deps)\\.js$"] },
    },
    {
      name: "texts-know-nobody",
      severity: "error",
      from: { path: "^src/texts" },
      to: {
        pathNot: ["^src/texts/", RULES, "^src/refusal\\.js$", "node_modules/(intl-messageformat|temporal-polyfill)/"],
      },
    },
    { name: "the-house-knows-no-tests", severity: "error", from: { path: "^src" }, to: { path: "(^|/)test/" } },
    { name: "everything-resolves", severity: "error", from: { path: "^src" }, to: { couldNotResolve: true } },
    { name: "a-verb-never-calls-a-verb", severity: "error", from: { path: VERB }, to: { path: VERB } },
    {
      name: "domain-knows-no-transport",
      severity: "error",
      from: { path: "^src/domain" },
      to: { path: ["^src/(http|delivery|runtime)/", "^src/app\\.js$", "node_modules/(hono|resend)/"] },
    },
    {
      name: "only-stores-speak-sql",
      severity: "error",
      from: { path: "^src", pathNot: [DATA, "^src/platform/", "^src/runtime/"] },
      to: { path: ["node_modules/drizzle-orm/", "^src/platform/schema\\.js$"] },
    },
    {
      name: "views-do-not-write",
      severity: "error",
      from: { path: "^src/domain/[^/]+/views(\\.js$|/)" },
      to: { path: [STORE, "^src/domain/commit\\.js$"] },
    },
    {
      name: "only-verbs-and-engine-commit",
      severity: "error",
      // Looking is not a verb of its own: the line of a look is written inside whatever shows the data.
      from: { path: "^src", pathNot: [VERB, "^src/delivery/", "^src/domain/read-log/acts/record\\.js$"] },
      to: { path: "^src/domain/commit\\.js$" },
    },
    {
      name: "proof-enters-through-commit",
      severity: "error",
      from: { path: "^src", pathNot: ["^src/domain/commit\\.js$", "^src/domain/proof-log/"] },
      to: { path: "^src/domain/proof-log/store\\.js$" },
    },
    {
      name: "http-calls-verbs-and-views",
      severity: "error",
      from: { path: "^src/http" },
      to: { path: [STORE, "^src/domain/commit\\.js$", "^src/(delivery|runtime)/", "^src/platform/(db|schema)\\.js$"] },
    },
    {
      name: "engine-knows-no-http",
      severity: "error",
      from: { path: "^src/delivery" },
      to: { path: ["^src/(http|runtime)/", "^src/app\\.js$", "node_modules/hono/"] },
    },
    {
      name: "platform-knows-nobody",
      severity: "error",
      from: { path: "^src/platform" },
      to: { path: "^src/(domain|delivery|http|runtime)/" },
    },
    {
      name: "nobody-imports-a-runtime",
      severity: "error",
      from: { path: "^src", pathNot: "^src/runtime/" },
      to: { path: "^src/runtime/" },
    },
    {
      name: "one-place-for-resend",
      severity: "error",
      from: { path: "^src", pathNot: "^src/delivery/mailers/resend\\.js$" },
      to: { path: "node_modules/resend/" },
    },
    {
      name: "node-only-in-node-entry",
      severity: "error",
      from: { path: "^src", pathNot: "^src/runtime/(node|cli)(\\.js$|/)" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "worker-never-reaches-node-things",
      severity: "error",
      from: { path: "^src/runtime/worker\\.js$" },
      to: {
        path: ["node_modules/(mjml|@hono/node-server|nodemailer)/", "^src/runtime/(node|cli)(\\.js$|/)"],
        reachable: true,
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { conditionNames: ["import", "types", "default"], exportsFields: ["exports"] },
  },
};
