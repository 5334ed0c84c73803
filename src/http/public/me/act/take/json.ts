/**
 * The file for another program: one JSON object with stable English names, times in UTC (ISO 8601), days as `YYYY-MM-DD`, codes as the
 * database has them. A new part may be added; a name never changes its meaning without another `format`.
 */

import type { Institution } from "../../../../../domain/institution/rules.ts";
import type { Dossier } from "../../../../../domain/me/held/dossier.ts";
import { NOT_SHOWN } from "../../../../../domain/me/rules/shown.ts";

export const FORMAT = "pieteka/my-data/1";

const utc = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** The object. */
export function dossierJson(institution: Institution, d: Dossier, now: number) {
  const { held, standing } = d;
  return {
    format: FORMAT,
    made: utc(now),
    controller: {
      names: { lv: institution.names.lv.nom, en: institution.names.en },
      registrationNumber: institution.registrationNumber,
      email: institution.email,
      dataProtectionOfficer: institution.dataProtectionOfficer,
      processors: institution.processors.map(({ role, name, country }) => ({ role, name, country })),
    },
    address: d.address,
    shared: d.shared,
    ...(held && {
      ...(d.shared ? {} : { name: held.name }),
      language: held.language,
      kind: held.kind,
      since: utc(held.since),
      restricted: held.restrictedFor ?? null,
      lists: held.memberships.map((m) => ({
        list: m.list.names,
        purpose: m.purpose.names,
        legalBasis: `GDPR Art. 6(1)(${standing?.subscriptions.find((s) => s.id === m.subscriptionId)?.basis ?? ""})`,
        state: m.state,
        since: m.since,
        added: utc(m.addedAt),
        source: m.source ? { by: "institution", named: m.source.source } : { by: "person" },
        pausedUntil: m.pausedUntil ?? null,
        heldBackSince: utc(m.heldAt ?? null),
      })),
    }),
    answers: d.proofs.chains.map((chain) => ({
      record: chain.recordId,
      purpose: chain.purpose.names,
      state: chain.state,
      destroyedOn: chain.shredDay ?? null,
      events: chain.events.map(({ eid, at, said, kept }) => ({
        event: eid,
        at: utc(at),
        type: said.typ,
        method: said.method ?? null,
        channel: said.channel ?? null,
        standsBehindIt: said.evidence,
        lists: said.lists,
        textSha256: said.noticeSha256 ?? null,
        formSha256: said.formSha256 ?? null,
        requested: utc(said.requested ?? null),
        details: kept,
      })),
    })),
    imports: d.proofs.imports.map(({ eid, at, list, claim }) => ({
      event: eid,
      at: utc(at),
      list: list.names,
      source: claim.source,
      since: claim.since,
      basis: claim.basis,
      origin: claim.origin,
    })),
    mails: d.mails.map(({ sentAt, list, ...mail }) => ({ list, ...mail, sentAt: utc(sentAt) })),
    marks: d.marks.map(({ purpose, reason, day, reviewDay }) => ({
      purpose: purpose?.names ?? "everything",
      reason,
      day,
      reviewDay,
    })),
    requests: d.requests.map((r) => ({
      number: r.n,
      right: r.right,
      channel: r.channel,
      received: r.receivedDay,
      due: r.dueDay,
      outcome: r.outcome,
      answered: r.answeredDay,
    })),
    handedOut: d.handedOut.map(({ at, kind, recipient, recipientName }) => ({
      at: utc(at),
      kind,
      recipient,
      recipientName,
    })),
    ...(d.shared
      ? {}
      : {
          lookedAt: [...d.readers.lines, ...d.readers.lists].map(({ at, act, role, why, name }) => ({
            at: utc(at),
            act,
            role,
            why: why ?? null,
            ...(name !== undefined && { name }),
          })),
        }),
    waiting: d.intakes.map(({ about, at, until }) => ({ about, at: utc(at), until: utc(until) })),
    notShown: NOT_SHOWN,
  };
}
