import { dayOf } from '../../domain/zone.js';
import type { Person } from '../../engine/model.js';
import { packsUntil } from '../../reports/index.js';
import { entries } from '../entry.js';
import type { Asked } from '../page.js';
import type { PacksForm } from '../pages/packs-form.js';
import { partiesOf } from './parties.js';

type Here = Pick<Asked, 'runtime' | 'session' | 'language'>;

/** Whether somebody may note in the dialogue log that a report was sent. */
export const maySend = ({ session }: Pick<Here, 'session'>): boolean =>
  entries.dialogue.lets(session.person as Person);

/** The form by which the statistics of a period are made. */
export async function packsForm(
  asked: Here,
  more: Partial<Pick<PacksForm, 'pack' | 'chosen' | 'faults'>> = {},
): Promise<PacksForm> {
  const { runtime, session, language } = asked;
  const packs = packsUntil(dayOf(runtime.clock.now()));
  return {
    ...{ language, token: session.formToken, pack: packs[0]?.code ?? '', chosen: [], faults: [] },
    packs: packs.map(({ code, label }) => ({ value: code, label: label[language] })),
    parties: maySend(asked) ? await partiesOf(asked) : [],
    ...more,
  };
}
