import type { Asked } from '../page.js';
import type { Party } from '../pages/party-fields.js';
import type { Sent } from '../forms/read-form.js';
import { organisationsToPick } from '../../files/picks.js';

/** The organisations of today that there can be dialogue with, the districts last. */
export async function partiesOf({ runtime }: Pick<Asked, 'runtime'>): Promise<Party[]> {
  const snapshot = await runtime.directory.snapshot();
  const found = organisationsToPick(snapshot, undefined, runtime.clock.now()).map(
    ({ value, label }): Party => ({
      ...{ code: value, name: label },
      isDistrict: snapshot.organisations.get(value)?.kind === 'district',
    }),
  );
  return [...found.filter(({ isDistrict }) => !isDistrict), ...found.filter(({ isDistrict }) => isDistrict)];
}

/** Those whose boxes were ticked. */
export const chosenIn = (sent: Sent, parties: readonly Party[]): string[] =>
  parties.filter(({ code }) => (sent[`party.${code}`] ?? '') !== '').map(({ code }) => code);
