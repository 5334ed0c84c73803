/**
 * Words that say nothing. A purpose must be specified and explicit (GDPR Art. 5(1)(b); WP 203 names "marketing
 * purposes", "improving users' experience" and "future research" as too vague), and keeping must end (Art. 5(1)(e)).
 */

/** Whole texts that are no purpose. Compared without signs, spaces and letter case. */
const GENERIC_WHOLE = [
  "mārketings",
  "mārketinga nolūkiem",
  "komunikācija",
  "komunikācijas nolūkiem",
  "iestādes vajadzībām",
  "iestādes darbības nodrošināšanai",
  "sabiedrības informēšana",
  "sabiedrības informēšanai",
  "informēšana",
  "informācijas sniegšana",
  "sadarbība",
  "pakalpojumu uzlabošana",
  "jaunumi",
  "marketing",
  "marketing purposes",
  "communication",
  "communication purposes",
  "information",
  "business purposes",
  "improving services",
  "improving our services",
  "research",
  "future research",
  "news",
];

/** Wherever these stand, the purpose is open at one end. */
const GENERIC_INSIDE = [
  /\b(dažād|cit|visād|vispārīg|jebkād)\S*\s+(nolūk|mērķ|vajadzīb)/u,
  /\bun tamlīdzīg/u,
  /\bu\.\s?(c|tml)\./u,
  /\b(various|other|general|any|all|different)\s+(lawful\s+|legitimate\s+)?(purposes?|needs|reasons)\b/u,
  /\betc\b\.?/u,
  /\band so on\b/u,
];

/** "Just in case", said in its many ways (R031). */
const OPEN_ENDED = [
  /katram gadījumam|drošības pēc|ja nu\b|varētu noderēt|var noderēt|nākotn|turpmākām vajadzībām/u,
  /beztermiņ|bez termiņa|pastāvīgi|uz visiem laikiem|mūžīg|neierobežot|nenoteikt|līdz turpmāk/u,
  /kamēr (vien )?(nepieciešam|vajadzīg|būs vajadz|vajag)/u,
  /just in case|in case (we|it|they)|might (be|come)|may be (useful|needed)|future (use|need|purpose)/u,
  /indefinite|for ?ever|permanent|unlimited|until further notice|no (time )?limit/u,
  /as long as (it is |it's |they are )?(necessary|needed|required|useful)|while (necessary|needed|useful)/u,
];

/** Shortest description of a purpose that can say what the data are for. */
export const DESCRIPTION_MIN = 30;

const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Whether a description could stand for anything. */
export function isGeneric(text: string): boolean {
  const plain = text.toLowerCase();
  const words = bare(text).replace(/^(to|lai|mūsu|our) /u, "");
  return GENERIC_WHOLE.includes(words) || GENERIC_INSIDE.some((pattern) => pattern.test(plain));
}

/** Whether an event that should end the keeping never has to come. */
export function isOpenEnded(text: string): boolean {
  const plain = text.toLowerCase();
  return OPEN_ENDED.some((pattern) => pattern.test(plain));
}
