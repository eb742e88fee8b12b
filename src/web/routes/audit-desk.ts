import type { Pool } from 'pg';
import type { Instant } from '../../../workflows/definition.js';
import { chainsChecked } from '../../audit/links-check.js';
import type { Person } from '../../engine/model.js';
import { MOST_ATTEMPTS } from '../../engine/outbox.js';
import { auditFigures } from '../../files/audit-figures.js';
import { audienceOf, titleOfKept } from '../../files/report-reader.js';
import { lastSamples } from '../../files/samples.js';
import type { Language } from '../../platform/language.js';
import { keptCorrected } from '../../reports/index.js';
import type { Runtime } from '../../runtime.js';
import type { AuditDesk, ChainsView } from '../pages/audit-sections.js';
import type { OfficerFigures } from '../pages/officer.page.js';
import { askedIn } from './kept-view.js';

/** So many kept reports that have been corrected since are told of. */
const MOST_KEPT = 10;

const cases = (column: string): string => `/reports/follow-ups/cases?row=transitional&column=${column}`;

/** How the chains stand: what the last look found, and the newest checkpoint. */
export async function chainsOf({ pool, checkpoints }: Runtime): Promise<ChainsView> {
  const [checked, checkpoint] = await Promise.all([chainsChecked(pool), checkpoints.read()]);
  return { checked, checkpoint: checkpoint && checkpoint.body };
}

/** What the first page of an auditor has beside what waits for every reviewer. */
export async function auditDeskOf(runtime: Runtime, person: Person, language: Language): Promise<AuditDesk> {
  const samples = await lastSamples(runtime);
  const figures = await auditFigures(runtime, person);
  const corrected = await keptCorrected(runtime.pool, audienceOf(person), MOST_KEPT);
  const { organisations } = await runtime.directory.snapshot();
  return {
    unclocked: figures.unclocked,
    late: figures.districts.map(({ district, late }) => ({
      ...{ code: district, late },
      name: organisations.get(district)?.name ?? district,
    })),
    chains: await chainsOf(runtime),
    samples: samples.map(({ id, at }) => ({ id, at: at.toISOString() })),
    twoPersons: '/audit/two-persons',
    corrected: corrected.map((one) => ({
      href: `/reports/kept/${one.id}`,
      name: [titleOfKept(one, language), askedIn(one, language)].filter(Boolean).join(', '),
      at: one.madeAt,
      cases: one.cases,
    })),
    missed: cases('missed'),
    notHeard: cases('childrenNotHeard'),
    byDistrict: '/reports/follow-ups?by=district',
  };
}

const FIGURES = `
select
  (select count(*)::int from culling_proposal where culled_at is null and taken_back_at is null) as cullings,
  (select count(*)::int from access_entry where at > $1::timestamptz - interval '7 days' and protected and not refused) as protected,
  (select count(*)::int from access_entry where at > $1::timestamptz - interval '30 days'
     and what in ('report-export', 'export', 'casebook', 'evidence') and not refused) as exports,
  (select count(*)::int from security_event where at > $2::timestamptz - interval '7 days' and event = 'sign-in-refused') as refused,
  (select count(*)::int from session where ended_at is null and ends_at > $2::timestamptz) as sessions,
  (select count(*)::int from api_token where revoked_at is null and expires_at > $2::timestamptz) as tokens,
  (select count(*)::int from incident where closed_at is null) as incidents,
  (select count(*)::int from outbox where sent_at is null and attempts between 1 and ${MOST_ATTEMPTS - 1}) as undelivered`;

/** The counts that whoever watches over the system begins with; nothing of the logs is read but how many there are. */
export async function officerFiguresOf(
  pool: Pool,
  clocks: { readonly now: Instant; readonly wall: Instant },
): Promise<OfficerFigures> {
  const { rows } = await pool.query<OfficerFigures>(FIGURES, [clocks.now, clocks.wall]);
  return rows[0] as OfficerFigures;
}
