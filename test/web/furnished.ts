import { randomUUID } from 'node:crypto';
import { household } from '../support/cast.js';
import { fill } from './filling.js';
import { post } from './readings.js';
import type { Visitor } from './visitor.js';

/** What somebody makes first, so that there are pages of it; gives their addresses. */
export type Furnish = (visitor: Visitor) => Promise<readonly string[]>;

const made = async (sent: Promise<{ location: string; status: number; text: string }>): Promise<string> => {
  const { location, status, text } = await sent;
  if (location === '')
    throw new Error(`nothing was made: ${status} ${/<div class="errors.*?<\/div>/s.exec(text)?.[0]}`);
  const { pathname, search } = new URL(location);
  return pathname + search;
};

/** Opens a family's case and takes a step in it; gives its number. */
async function opened(visitor: Visitor, at: string, type: string, data: object): Promise<string> {
  const whole = { workflow: 'referral', data: { household: household() } };
  const { id } = JSON.parse((await post(visitor, '/files', whole)).text) as { id: string };
  await stepTaken(visitor, `/files/${id}${at}`, { type, data });
  return id;
}

async function stepTaken(visitor: Visitor, path: string, body: object): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    'x-husrum-token': await visitor.token(),
    'idempotency-key': randomUUID(),
  };
  const { status, text } = await visitor.send('POST', `/api/v1${path}/events`, JSON.stringify(body), headers);
  if (status !== 200) throw new Error(text);
}

/** A referral that has been begun, and one that has been sent, of which a copy is kept, with a note that may be sealed; what stands beside every page. */
export const referrals: Furnish = async (visitor) => {
  const begun = await made(fill(visitor, '/new/referral', { do: 'later' }));
  const id = await opened(visitor, '/processes/1', 'submit', { ground: 'consent' });
  await stepTaken(visitor, `/files/${id}`, { type: 'note', data: { note: 'Ringde skolan.' } });
  return [begun, `/files/${id}/events/2/copy`, `/files/${id}/events/3/sealing`, '/emergency', '/choose-role'];
};

/** A protected family of one's own, that a colleague opens in an emergency. */
export function protectedFamily(): { readonly made: Furnish; readonly emergency: Furnish } {
  let file = '';
  return {
    made: async (visitor) => {
      const protection = { kind: 'sekretessmarkering', handlers: ['farsta.handlaggare'] };
      file = await opened(visitor, '', 'setProtection', protection);
      return [];
    },
    emergency: async (visitor) => {
      await made(visitor.form('/emergency', { file, reason: 'danger', note: 'Larm från polisen i natt.' }));
      return [];
    },
  };
}

/** What there is to review. */
export const reviews: Furnish = async (visitor) => {
  await post(visitor, '/reviews', {});
  return [];
};

/** The flats that suit whoever stands first in the queue. */
export const suiting: Furnish = async (visitor) => {
  const { text } = await visitor.get('/files?list=queue');
  const first = /href="(\/files\/[0-9a-z]{11})"/.exec(text)?.[1];
  return first === undefined ? [] : [`${first}/flats`];
};

/** A sample of cases. */
export const sample: Furnish = async (visitor) => [
  await made(visitor.form('/audit/samples', { rule: 'all', size: '20', seed: 'prov' })),
];

/** A line of delegation of an organisation's own, and the question from when it no longer counts. */
export const delegation: Furnish = async (visitor) => {
  const line = {
    line: '4.2',
    decision: 'reject-referral',
    organisation: 'SHIS Bostäder',
    role: 'manager',
    from: '2030-01-01',
  };
  await made(visitor.form('/delegation', line));
  return ['/delegation/end?organisation=shis&line=4.2'];
};

/** Whoever has just left. */
export const signedOut: Furnish = () => Promise.resolve(['/auth/signed-out']);

/** A report that was kept, and one as it was known once. */
export const keptReport: Furnish = async (visitor) => [
  await made(visitor.form('/reports/yearly-goal/export', { year: '2021', purpose: 'board', format: 'kept' })),
  '/reports/placements?year=2021&asKnownOn=2021-06-30',
];
