/**
 * What the verifier found wrong, missing or erased: one sentence for each code of rules/verify and rules/bundle, for an
 * inspector who knows neither the format nor the program. The place (a path inside the bundle) stands beside the sentence.
 */
import type { ProblemCode } from "../domain/proofs/rules/bundle/problem.ts";
import type { FindingCode } from "../domain/proofs/rules/verify/verdict.ts";
import { texts } from "./say.ts";

export const findingTexts = texts<FindingCode>({
  lv: {
    "manifest.hash": "Datne nav tāda, kāda tā iepakota: tās jaucējvērtība ir cita.",
    "manifest.missing_file": "Satura rādītājā nosauktās datnes komplektā nav.",
    "manifest.unlisted_file": "Datnes nav satura rādītājā: tā pielikta vēlāk.",
    "event.too_long": "Notikums ir garāks, nekā notikumi drīkst būt.",
    "event.not_json": "Notikuma datne nav lasāma.",
    "event.name_twice": "Notikumā viens vārds ir divreiz, tāpēc divi lasītāji tajā varētu redzēt dažādas atbildes.",
    "event.other_form":
      "Notikums nav rakstīts vienīgajā pieļautajā veidā (RFC 8785), tātad tie nav tie baiti, kas ir žurnālā.",
    "event.members": "Notikumā trūkst kā obligāta, vai tas ir citā formātā.",
    "origin.not_the_bundles": "Notikums ir no cita žurnāla nekā komplekts.",
    "origin.other_log": "Pierādījums ir no cita žurnāla nekā notikums.",
    "origin.earlier_log":
      "Notikums ir no agrāka šī paša žurnāla, kura vietā atvērts jauns. Ka jaunais turpina veco, komplekts nerāda.",
    "origin.other_controller": "Komplektā ir divu dažādu pārziņu notikumi.",
    "disclosures.malformed": "Personas ziņu datne nav tādā veidā, kādā to raksta.",
    "disclosures.erased":
      "{n, plural, zero {{n, number} personas ziņas ir dzēstas vai nav pievienotas: redzamas tikai to jaucējvērtības.} one {{n, number} personas ziņa ir dzēsta vai nav pievienota: redzama tikai tās jaucējvērtība.} other {{n, number} personas ziņas ir dzēstas vai nav pievienotas: redzamas tikai to jaucējvērtības.}}",
    "disclosures.foreign":
      "{n, plural, zero {{n, number} personas ziņas nepieder šiem notikumiem.} one {{n, number} personas ziņa nepieder šiem notikumiem.} other {{n, number} personas ziņas nepieder šiem notikumiem.}}",
    "disclosures.twice": "Viena un tā pati personas ziņa nosaukta divreiz.",
    "disclosures.name_taken": "Personas ziņa uzdodas par notikuma daļu.",
    "disclosures.algorithm": "Personas ziņu jaucējvērtības nav SHA-256.",
    "inclusion.no_proof": "Kad komplektu veidoja, notikums žurnālā vēl nebija nostiprināts.",
    "inclusion.carriage_return": "Pierādījuma rindas beidzas citādi, nekā formāts atļauj (CRLF).",
    "inclusion.control_character": "Pierādījumā ir vadības zīme, ko formāts neatļauj.",
    "inclusion.base64": "Pierādījumā kāda vērtība nav rakstīta vienīgajā pieļautajā veidā (base64).",
    "inclusion.malformed": "Pierādījuma datne nav tādā veidā, kādā to raksta.",
    "inclusion.no_salt":
      "Atslēga, kas atver žurnāla ierakstu, ir iznīcināta: notikumu ar ierakstu vairs nevar salīdzināt.",
    "inclusion.salt_length": "Atslēga, kas atver žurnāla ierakstu, nav 32 baitus gara. Tās garums baitos: {n}.",
    "inclusion.index": "Pierādījums nosauc vietu ({index}), kuras šajā žurnālā nav. Ierakstu skaits: {size}.",
    "inclusion.not_in_log": "Žurnālā šāda ieraksta nav: notikums vai pierādījums ir mainīts.",
    "signature.policy": "Atslēgu datne policy.txt nav lasāma, tāpēc parakstu nav ar ko pārbaudīt.",
    "signature.checkpoint": "Parakstītais žurnāla stāvoklis nav lasāms.",
    "signature.carriage_return": "Parakstītā žurnāla stāvokļa rindas beidzas citādi, nekā formāts atļauj (CRLF).",
    "signature.control_character": "Parakstītajā žurnāla stāvoklī ir vadības zīme, ko formāts neatļauj.",
    "signature.base64": "Parakstītajā žurnāla stāvoklī kāda vērtība nav rakstīta vienīgajā pieļautajā veidā (base64).",
    "signature.same_key_twice": "Viena un tā pati atslēga parakstījusi divreiz.",
    "signature.no_known_key": "Žurnāla stāvokli nav parakstījusi neviena no zināmajām atslēgām.",
    "signature.wrong": "Žurnāla paraksts nav derīgs.",
    "signature.quorum": "Trūkst liecinieku parakstu, ko prasa policy.txt.",
    "key.from_bundle":
      "Žurnāla atslēga ir no paša komplekta. Salīdziniet to ar atslēgu, ko publicējusi iestāde: bez tā nevar zināt, kurš parakstīja.",
    "key.other": "Parakstījusi cita atslēga nekā norādītā.",
    "time.none": "Neatkarīga laika zīmoga nav: laiku norāda tikai iestādes pulkstenis.",
    "time.not_covered": "Komplektā ir laika zīmogs, bet šo notikumu tas neaptver.",
    "time.checkpoint": "Žurnāla stāvoklis, uz kura ir laika zīmogs, nav derīgs vai ir no cita žurnāla.",
    "time.consistency": "Nav pareizi, ka vēlākais žurnāla stāvoklis turpina agrāko.",
    "time.stamp": "Laika zīmogs nav derīgs (kods: {code}).",
    "time.imprint": "Laika zīmogs ir uz citu žurnāla stāvokli.",
    "time.usage": "Sertifikāts, ar kuru parakstīts laika zīmogs, nav paredzēts laika zīmogiem.",
    "time.untrusted": "Nav zināms, vai laika zīmoga izdevējam var uzticēties: tā sertifikātu ķēde komplektā nav pilna.",
    "time.authority_from_bundle":
      "Laika zīmoga izdevēja ({authority}) sertifikāts ir no paša komplekta. Salīdziniet to ar Eiropas Savienības uzticamības sarakstiem: tie rāda, vai izdevējs ir kvalificēts.",
    "time.event_later": "Notikumā norādītais laiks ir vēlāks par laika zīmogu.",
    "texts.hash": "Teksts nav tas, ko nosauc tā jaucējvērtība: tas ir mainīts.",
    "texts.absent":
      "{n, plural, zero {Komplektā nav {n, number} tekstu, ko notikums nosauc.} one {Komplektā nav {n, number} teksta, ko notikums nosauc.} other {Komplektā nav {n, number} tekstu, ko notikums nosauc.}}",
    "chain.record": "Notikums pieder citam ierakstam.",
    "chain.gap": "Ierakstā trūkst {n}. notikuma.",
    "chain.prev": "Notikums neseko tam, kas stāv pirms tā.",
    "chain.order": "Vēlākais notikums žurnālā stāv pirms agrākā.",
    "chain.state": "Tāds notikums pēc iepriekšējā nav iespējams.",
    "chain.decision": "Notikuma veids un lēmums tajā ir pretrunā.",
    "chain.end_unknown": "Vai pēc pēdējā notikuma bija vēl kāds, piemēram, atsaukums, žurnāls nerāda.",
    "record.malformed": "Ieraksta kopsavilkums (record.jsonld) nav lasāms.",
    "record.contradicts": "Ieraksta kopsavilkums (record.jsonld) saka ko citu nekā notikumi: {members}.",
    "people.malformed": "Datne par cilvēkiem iestādes darbībā nav lasāma.",
    "people.none": "Iestādes darbība nesatur nevienu cilvēku, bet komplekts kādu nosauc.",
    "people.not_in_act": "Šī cilvēka iestādes darbībā nav, vai ziņas par viņu ir mainītas (vieta {n}).",
    "people.other_act": "Ziņas par cilvēku ir no citas iestādes darbības.",
  },
  en: {
    "manifest.hash": "The file is not as it was packed: its hash is another.",
    "manifest.missing_file": "A file that the list of contents names is not in the bundle.",
    "manifest.unlisted_file": "The file is not in the list of contents: it was added later.",
    "event.too_long": "The event is longer than events may be.",
    "event.not_json": "The event file cannot be read.",
    "event.name_twice": "A name stands twice in the event, so that two readers could see different answers in it.",
    "event.other_form":
      "The event is not written in the one form allowed (RFC 8785), so these are not the bytes in the log.",
    "event.members": "Something required is missing from the event, or it is of another format.",
    "origin.not_the_bundles": "The event is of another log than the bundle.",
    "origin.other_log": "The proof is of another log than the event.",
    "origin.earlier_log":
      "The event is of an earlier log of the same name, in whose place a new one was opened. That the new one goes on from it, the bundle does not show.",
    "origin.other_controller": "The bundle holds events of two different controllers.",
    "disclosures.malformed": "The file of personal details is not in the form in which it is written.",
    "disclosures.erased":
      "{n, plural, one {{n, number} personal detail was erased or left out; only its hash is here.} other {{n, number} personal details were erased or left out; only their hashes are here.}}",
    "disclosures.foreign":
      "{n, plural, one {{n, number} personal detail does not belong to these events.} other {{n, number} personal details do not belong to these events.}}",
    "disclosures.twice": "One personal detail is named twice.",
    "disclosures.name_taken": "A personal detail passes itself off as a part of the event.",
    "disclosures.algorithm": "The hashes of personal details are not SHA-256.",
    "inclusion.no_proof": "When the bundle was made, the event was not sealed in the log yet.",
    "inclusion.carriage_return": "The lines of the proof end in a way that the format does not allow (CRLF).",
    "inclusion.control_character": "The proof holds a control character that the format does not allow.",
    "inclusion.base64": "A value in the proof is not written in the one form allowed (base64).",
    "inclusion.malformed": "The proof file is not in the form in which it is written.",
    "inclusion.no_salt": "The key that opens the log entry was destroyed: the event can no longer be compared with it.",
    "inclusion.salt_length": "The key that opens the log entry is not 32 bytes long. Its length in bytes: {n}.",
    "inclusion.index": "The proof names a place ({index}) that this log does not have. Number of entries: {size}.",
    "inclusion.not_in_log": "There is no such entry in the log: event or proof was changed.",
    "signature.policy":
      "The file of keys, policy.txt, cannot be read, so there is nothing to check the signature with.",
    "signature.checkpoint": "The signed state of the log cannot be read.",
    "signature.carriage_return":
      "The lines of the signed state of the log end in a way that the format does not allow (CRLF).",
    "signature.control_character":
      "The signed state of the log holds a control character that the format does not allow.",
    "signature.base64": "A value in the signed state of the log is not written in the one form allowed (base64).",
    "signature.same_key_twice": "One key has signed twice.",
    "signature.no_known_key": "None of the known keys signed the state of the log.",
    "signature.wrong": "The signature of the log is not valid.",
    "signature.quorum": "Signatures of witnesses that policy.txt asks for are missing.",
    "key.from_bundle":
      "The key of the log comes from the bundle itself. Compare it with the key that the institution has published: without that nobody can know who signed.",
    "key.other": "Another key signed than the one given.",
    "time.none": "There is no independent time stamp: only the institution’s clock gives the time.",
    "time.not_covered": "There is a time stamp in the bundle, but it does not cover this event.",
    "time.checkpoint": "The stamped state of the log is not valid, or is of another log.",
    "time.consistency": "It is not right that the later state of the log goes on from the earlier one.",
    "time.stamp": "The time stamp is not valid (code: {code}).",
    "time.imprint": "The time stamp is over another state of the log.",
    "time.usage": "The certificate that signed the time stamp is not meant for time stamps.",
    "time.untrusted":
      "It is not known whether the issuer of the time stamp can be trusted: its chain of certificates in the bundle is not complete.",
    "time.authority_from_bundle":
      "The certificate of the issuer of the time stamp ({authority}) comes from the bundle itself. Compare it with the trusted lists of the European Union: they show whether the issuer is qualified.",
    "time.event_later": "The time in the event is later than the time stamp.",
    "texts.hash": "The text is not the one that its hash names: it was changed.",
    "texts.absent":
      "{n, plural, one {{n, number} text that the event names is not in the bundle.} other {{n, number} texts that the event names are not in the bundle.}}",
    "chain.record": "The event belongs to another record.",
    "chain.gap": "Event {n} of the record is missing.",
    "chain.prev": "The event does not follow the one that stands before it.",
    "chain.order": "The later event stands before the earlier one in the log.",
    "chain.state": "Such an event cannot follow the one before.",
    "chain.decision": "The kind of the event and the decision in it contradict each other.",
    "chain.end_unknown": "Whether anything followed the last event, such as a withdrawal, the log does not show.",
    "record.malformed": "The summary of the record (record.jsonld) cannot be read.",
    "record.contradicts": "The summary of the record (record.jsonld) says something else than the events: {members}.",
    "people.malformed": "The file about people in an act of the institution cannot be read.",
    "people.none": "The act of the institution is about nobody, but the bundle names somebody.",
    "people.not_in_act": "This person was not in the act of the institution, or the details were changed (place {n}).",
    "people.other_act": "The details of the person are of another act of the institution.",
  },
});

export const problemTexts = texts<ProblemCode>({
  lv: {
    "file.empty": "Datne ir tukša.",
    "file.huge": "Datne ir pārāk liela: pārbaudīt var līdz 1 GB.",
    "file.not_zip":
      "Tas nav pierādījumu komplekts. Komplekts ir ZIP datne, kuras nosaukums beidzas ar „.consent-proof.zip”.",
    "zip.repacked":
      "Šo ZIP datni ir pārpakojusi cita programma, vai tā ir cita ZIP datne. Pārbaudiet komplektu tādu, kādu to izsniedza iestāde.",
    "zip.truncated": "Datne ir nepilna: lejupielāde vai kopēšana pārtrūkusi. Lejupielādējiet to vēlreiz.",
    "zip.trailing":
      "Datnē ir kas lieks aiz tās beigām vai starp tās daļām. Pārbaudiet komplektu tādu, kādu to izsniedza iestāde.",
    "zip.damaged": "Datne ir bojāta: tās kontrolsumma neatbilst. Lejupielādējiet to vēlreiz.",
    "zip.duplicate": "Datnē ir divas daļas ar vienu nosaukumu. Tādu komplektu iestādes programma neveido.",
    "zip.order": "Datnes daļas nav tajā kārtībā, kādā tās raksta. Tādu komplektu iestādes programma neveido.",
    "zip.path": "Datnē ir daļa ar nosaukumu, kāda komplektā nevar būt. Tādu komplektu iestādes programma neveido.",
    "manifest.missing": "Tas nav pierādījumu komplekts: datnē nav satura rādītāja (manifest.json).",
    "manifest.malformed": "Komplekta satura rādītājs (manifest.json) nav lasāms.",
    "manifest.newer": "Komplekts ir jaunākā formātā. Pārbaudiet to ar verify.html, kas ir pašā komplektā.",
    "part.alone": "Komplekts ir nepilns: ir daļa bez tās, kurai tā pieder.",
  },
  en: {
    "file.empty": "The file is empty.",
    "file.huge": "The file is too large: up to 1 GB can be checked.",
    "file.not_zip": "This is not a bundle of proofs. A bundle is a ZIP file whose name ends in “.consent-proof.zip”.",
    "zip.repacked":
      "This ZIP was packed again by another program, or is another ZIP. Check the bundle as the institution handed it out.",
    "zip.truncated": "The file is not complete: its download or copying broke off. Download it again.",
    "zip.trailing":
      "Something stands behind the end of the file or between its parts. Check the bundle as the institution handed it out.",
    "zip.damaged": "The file is damaged: its check sum does not fit. Download it again.",
    "zip.duplicate": "Two parts of the file have one name. The institution’s program makes no such bundle.",
    "zip.order":
      "The parts of the file are not in the order in which they are written. The institution’s program makes no such bundle.",
    "zip.path":
      "A part of the file has a name that nothing in a bundle can have. The institution’s program makes no such bundle.",
    "manifest.missing": "This is not a bundle of proofs: the file has no list of contents (manifest.json).",
    "manifest.malformed": "The bundle’s list of contents (manifest.json) cannot be read.",
    "manifest.newer": "The bundle is of a newer format. Check it with the verify.html inside it.",
    "part.alone": "The bundle is not complete: a part is there without the one it belongs to.",
  },
});
