import type { Asked, Done } from '../../src/engine/command.js';
import { isRefusal, type Refusal } from '../../src/engine/refusals.js';
import { agencyFlat, facilityFlat, household } from '../support/cast.js';

/** Takes a command as a person of the cast. */
type Execute = (login: string, asked: Asked) => Promise<Done | Refusal>;

/**
 * How far a town has come when it begins: the first family waits; it has a home; it is moving, and is referred anew; or two in it
 * need support, and the one has been offered a flat of the agency's, the other's is leased.
 */
export const STAGES = 4;
/** The last of these: those who need support. */
export const SUPPORTED = STAGES - 1;

const DISTRICT = 'farsta.handlaggare';
const SHIS = 'shis.handlaggare';

/**
 * Two families in the queue, one that does not meet the conditions, three flats of the own stock and one of the agency's;
 * `today` is when the first family's lease begins, if it has come that far.
 */
export async function begin(execute: Execute, stage: number, today: string): Promise<void> {
  const must = async (login: string, asked: Asked): Promise<string> => {
    const answer = await execute(login, asked);
    if (isRefusal(answer)) throw new Error(`the town cannot begin: ${JSON.stringify(answer)}`);
    return answer.file;
  };
  const take = (login: string, file: string, process: number, event: string, data: object = {}) =>
    must(login, { event, file, process, data });
  const queue = async (login: string, file: string, process: number): Promise<void> => {
    await take(login, file, process, 'submit');
    await take(SHIS, file, process, 'approve');
  };

  const open = async (district: string, more: object = {}): Promise<string> =>
    must(`${district}.handlaggare`, {
      open: 'referral',
      data: { household: household({ district, children: 2, ...more }) },
    });
  const first = await open('farsta');
  await queue(DISTRICT, first, 1);
  await queue('alvsjo.handlaggare', await open('alvsjo'), 1);
  await open('skarholmen', { insecureHousing: false });
  const home = await must(SHIS, { open: 'dwelling', data: facilityFlat('A 1', 3) });
  const larger = await must(SHIS, { open: 'dwelling', data: facilityFlat('A 2', 4) });
  await must(SHIS, { open: 'dwelling', data: facilityFlat('A 3', 3) });
  const external = await must('formedlingen.handlaggare', { open: 'dwelling', data: agencyFlat('B 1', 3) });

  if (stage === 0) return;
  if (stage === SUPPORTED) {
    const other = await must('formedlingen.handlaggare', { open: 'dwelling', data: agencyFlat('B 2', 2) });
    return supported(must, [external, other], today);
  }
  const leaseEnd = `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`;
  await take(SHIS, first, 1, 'makeOffer', { dwelling: { ref: `${home}/1` } });
  await take(SHIS, first, 2, 'accept');
  await take(SHIS, first, 2, 'sign', { signedOn: today, leaseStart: today, leaseEnd });

  if (stage === 1) return;
  await take(SHIS, first, 3, 'makeTransferOffer', { dwelling: { ref: `${larger}/1` } });
  await take(SHIS, first, 4, 'accept');
  await must(DISTRICT, { open: 'referral', file: first, data: {} });
  await queue(DISTRICT, first, 5);
}

/** Somebody who needs support has a flat that a district leases; another is offered one by the housing unit. */
async function supported(
  must: (login: string, asked: Asked) => Promise<string>,
  flats: readonly [string, string],
  today: string,
): Promise<void> {
  const offered = async (login: string, workflow: string, flat: string, data: object): Promise<string> => {
    const file = await must(login, { open: workflow, data });
    const take = (event: string, more: object): Promise<string> =>
      must(login, { event, file, process: 1, data: more });
    await take('grant', { decision: 'Beviljas' });
    await take('requestFlat', { rooms: 3 });
    return take('offer', { dwelling: { ref: `${flat}/1` } });
  };
  const of = (district: string): object => ({ household: household({ district, children: 0 }) });
  const training = { ...of('farsta'), kind: 'training' };
  const file = await offered(DISTRICT, 'supported-housing', flats[0], training);
  await must(DISTRICT, { event: 'accept', file, process: 1, data: {} });
  const lease = { signedOn: today, leaseStart: today, lessee: 'farsta' };
  await must(DISTRICT, { event: 'signLease', file, process: 1, data: lease });
  await offered('boendeenheten.handlaggare', 'housing-first', flats[1], of('boendeenheten'));
}
