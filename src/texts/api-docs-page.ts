/** The page about the API, and what its document says in general. */
import { texts } from "./say.ts";

export const apiDocTexts = texts({
  lv: {
    "document.title": "{name}: Pieteka API",
    "document.description":
      "Programmas izsauc to pašu, ko dara darbinieki, ar tām pašām tiesībām. Laiki ir ISO 8601 (UTC), identifikatori ir UUID, kļūdas ir application/problem+json (RFC 9457).",
    "document.key": "Atslēga, ko iestādes darbinieks izveido darba galdā. Tā sākas ar pieteka_ un ir redzama vienreiz.",
    "operation.permission": "Atļauja {permission}: {words}.",
    "operation.any": "Der jebkura atslēga.",
    "header.if-match": "Versija, ko nolasījāt, pēdiņās. Tās vietā var norādīt lauku version.",
    "header.idempotency":
      "Sava vērtība katram jaunam izsaukumam. Ja izsaukums ar to pašu vērtību atkārtojas 24 stundu laikā, nekas netiek darīts divreiz.",
    "answer.200": "Izdarīts",
    "answer.201": "Izveidots",
    "answer.202": "Pieņemts; darbs turpinās",
    title: "API programmām",
    lead: "Iestādes programmas ar savu atslēgu var darīt to pašu, ko darbinieki: rakstīt sarakstus un kampaņas, nodot pieteikumus, pierakstīt atteikumus.",
    "begin.title": "Pirmais izsaukums",
    "begin.key": "Atslēgu izveido iestādes darbinieks darba galda lapā „API atslēgas”. To sūta galvenē, nekad adresē.",
    "begin.document": "<a>OpenAPI 3.1 apraksts</a> ir tas pats mašīnlasāmā veidā.",
    "rules.title": "Kas jāzina",
    "rules.pace":
      "Ātrums: 60 izsaukumi uzreiz un pēc tam 120 minūtē. Atbilde 429 galvenē Retry-After saka, cik sekundes gaidīt.",
    "rules.pages":
      "Saraksti nāk pa lapām: next ir nākamās lapas kursors, ko dod parametrā cursor; null nozīmē, ka lapu vairs nav.",
    "rules.versions":
      "Mainot jānosauc nolasītā versija: galvenē If-Match vai laukā version. Ja tikmēr mainījis kāds cits, atbilde ir 412 vai 409.",
    "rules.again":
      "Idempotency-Key: ja atbilde pazuda, atkārtojiet to pašu izsaukumu ar to pašu vērtību. Tas netiks izdarīts divreiz.",
    "rules.refused":
      "Kļūda saka kodu (code), teikumu (detail) un, ja vaina ir laukos, katru lauku (fields). Teikuma valodu nosaka Accept-Language.",
    "rules.people":
      "Cilvēku meklē tikai pēc precīzas adreses, ko sūta izsaukuma saturā. Katra apskate tiek ierakstīta piekļuves žurnālā.",
    "rules.sign-up":
      "Pieteikums vienmēr jāapstiprina adreses īpašniekam, un atbilde ir viena un tā pati jebkurai adresei.",
    permission: "Atļauja",
    example: "Piemērs",
    refusals: "Kļūdu kodi",
    address: "Izsaukums",
    contents: "Saturs",
  },
  en: {
    "document.title": "{name}: Pieteka API",
    "document.description":
      "Programs call what staff do, with the same permissions. Times are ISO 8601 (UTC), ids are UUIDs, errors are application/problem+json (RFC 9457).",
    "document.key": "A key that a member of staff makes at the desk. It begins with pieteka_ and is shown once.",
    "operation.permission": "Permission {permission}: {words}.",
    "operation.any": "Any key will do.",
    "header.if-match": "The version that you have read, in quotes. The field version may say it instead.",
    "header.idempotency":
      "A value of its own for every new call. If a call with the same value comes again within 24 hours, nothing is done twice.",
    "answer.200": "Done",
    "answer.201": "Made",
    "answer.202": "Taken; the work goes on",
    title: "API for programs",
    lead: "Programs of the institution can do with a key of their own what staff do: write lists and campaigns, hand on sign-ups, record refusals.",
    "begin.title": "The first call",
    "begin.key":
      "A member of staff makes the key on the page “API keys” of the desk. It is sent in a header, never in an address.",
    "begin.document": "The <a>OpenAPI 3.1 document</a> says the same to machines.",
    "rules.title": "What to know",
    "rules.pace":
      "Pace: 60 calls at once, and 120 a minute after that. An answer 429 says in Retry-After how many seconds to wait.",
    "rules.pages":
      "Lists come in pages: next is the cursor of the next one, given in the parameter cursor; null means that there is none.",
    "rules.versions":
      "A change names the version that was read: in If-Match or in the field version. If somebody else changed it meanwhile, the answer is 412 or 409.",
    "rules.again":
      "Idempotency-Key: if an answer was lost, send the same call again with the same value. It is not done twice.",
    "rules.refused":
      "An error has a code, a sentence (detail) and, where fields are at fault, each field (fields). Accept-Language decides the language of the sentence.",
    "rules.people":
      "A person is found by the exact address only, sent in the body. Every look stands in the access log.",
    "rules.sign-up":
      "A sign-up is always confirmed by the owner of the address, and the answer is the same for every address.",
    permission: "Permission",
    example: "Example",
    refusals: "Error codes",
    address: "Call",
    contents: "Contents",
  },
});
