/**
 * The steps of the offline verifier: what each makes sure of, and how. {step}.how stands beside its result, for whoever wants to
 * follow it.
 */
import type { StepName } from "../domain/proofs/rules/verify/verdict.ts";
import { texts } from "./say.ts";

export const verifierStepTexts = texts<StepName | `${StepName}.how`>({
  lv: {
    manifest: "Datnes ir tādas, kādas iepakotas",
    "manifest.how": "Katras datnes SHA-256 jaucējvērtība salīdzināta ar satura rādītāju manifest.json.",
    event: "Notikumi ir lasāmi tikai vienā veidā",
    "event.how": "Katrs notikums pārrakstīts pēc RFC 8785, un baiti salīdzināti.",
    origin: "Viens žurnāls, viens pārzinis",
    "origin.how": "Notikumos, pierādījumos un komplektā norādīts tas pats žurnāls un tas pats pārzinis.",
    disclosures: "Ziņas par personu ir no šiem notikumiem",
    "disclosures.how":
      "Katras ziņas jaucējvērtība meklēta notikumā (RFC 9901). Kuras ziņas nav, tā ir dzēsta vai nav pievienota.",
    inclusion: "Notikumi ir žurnālā",
    "inclusion.how":
      "No notikuma un tā atslēgas (HMAC-SHA-256) aprēķināts žurnāla ieraksts un ceļš līdz žurnāla saknei (RFC 9162).",
    signature: "Žurnāls ir parakstīts",
    "signature.how": "Žurnāla stāvokļa paraksts pārbaudīts ar atslēgām no policy.txt (Ed25519, C2SP signed-note).",
    key: "Parakstījusi iestādes atslēga",
    "key.how": "Atslēga, kas parakstīja, salīdzināta ar atslēgu, kas ievadīta pirms pārbaudes.",
    consistency: "Žurnāls tikai papildināts",
    "consistency.how":
      "No katra žurnāla stāvokļa komplektā aprēķināts ceļš līdz jaunākajam (RFC 9162): viss agrākais tajā ir nemainīts.",
    time: "Laika zīmogs",
    "time.how": "Laika zīmogs (RFC 3161) pārbaudīts: kam tas izdots, kas to parakstījis un kurus notikumus tas aptver.",
    texts: "Teksti ir tie, ko rādīja",
    "texts.how": "Katra teksta SHA-256 jaucējvērtība salīdzināta ar to, kas ir notikumā.",
    chain: "Notikumi seko cits citam",
    "chain.how": "Katrā notikumā norādīts iepriekšējais, pa vidu netrūkst neviena, un tāda secība ir iespējama.",
    record: "Kopsavilkums saka to pašu",
    "record.how": "Kopsavilkums record.jsonld vēlreiz atvasināts no notikumiem un salīdzināts.",
    people: "Iestādes darbība attiecas uz šo cilvēku",
    "people.how": "No ziņām par cilvēku aprēķināts ceļš līdz saknei, kas norādīta iestādes darbības notikumā.",
  },
  en: {
    manifest: "The files are as they were packed",
    "manifest.how": "The SHA-256 of each file was compared with the list of contents, manifest.json.",
    event: "Events read in one way only",
    "event.how": "Each event was written anew by RFC 8785 and the bytes were compared.",
    origin: "One log, one controller",
    "origin.how": "Events, proofs and bundle name the same log and the same controller.",
    disclosures: "The personal details are of these events",
    "disclosures.how":
      "The hash of each detail was looked for in the event (RFC 9901). A detail that is not there was erased or left out.",
    inclusion: "The events are in the log",
    "inclusion.how":
      "From the event and its key (HMAC-SHA-256) the log entry was computed, and the way to the root of the log (RFC 9162).",
    signature: "The log is signed",
    "signature.how":
      "The signature of the state of the log was checked with the keys of policy.txt (Ed25519, C2SP signed-note).",
    key: "The institution’s key signed",
    "key.how": "The key that signed was compared with the one entered before the check.",
    consistency: "The log was only added to",
    "consistency.how":
      "From each state of the log in the bundle the way to the newest was computed (RFC 9162): all that was before is unchanged in it.",
    time: "Time stamp",
    "time.how": "The time stamp (RFC 3161) was checked: what it is over, who signed it, which events it covers.",
    texts: "The texts are those that were shown",
    "texts.how": "The SHA-256 of each text was compared with the hash in the event.",
    chain: "The events follow each other",
    "chain.how": "Each event names the one before, none is missing in between, and such an order is possible.",
    record: "The summary says the same",
    "record.how": "The summary record.jsonld was derived from the events again and compared.",
    people: "The act of the institution was about this person",
    "people.how": "From the details of the person the way was computed to the root in the event of the act.",
  },
});
