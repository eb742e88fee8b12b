import { z } from 'zod';
import { dayOf } from '../../domain/zone.js';
import type { Person } from '../../engine/model.js';
import { isRefusal } from '../../engine/refusals.js';
import { audienceOf, sourceOf } from '../../files/report-reader.js';
import { keep, keptReport, mayRead, packNamed } from '../../reports/index.js';
import { sentIn } from '../forms/read-form.js';
import { page, type Answer, type Asked } from '../page.js';
import { text } from '../pages/dialogue.words.js';
import { failed, notFound, refused } from '../pages/messages.page.js';
import type { Fault } from '../parts.js';
import { keptPage } from './kept-reports.routes.js';
import { maySend, packsForm } from './packs-form.js';
import { chosenIn, partiesOf } from './parties.js';

type Here = Pick<Asked, 'runtime' | 'session' | 'language' | 'reader'>;

const make = page(
  {
    ...{ id: 'makePack', method: 'POST', path: '/reports/packs', permission: 'colleague', audit: [] },
    ...{ logs: ['report-export'], form: '/reports/kept', body: z.looseObject({}) },
  } as const,
  async (asked): Promise<Answer> => {
    const { runtime, language } = asked;
    const now = runtime.clock.now();
    const sent = sentIn(asked.body);
    const pack = packNamed(sent['pack'] ?? '', dayOf(now));
    const parties = maySend(asked) ? chosenIn(sent, await partiesOf(asked)) : [];
    const isSent = sent['do'] === 'send';
    const faults = faultsOf(asked, { isPack: pack !== undefined, isSent, parties });
    if (pack === undefined || faults.length > 0) {
      const form = await packsForm(asked, { pack: sent['pack'] ?? '', chosen: parties, faults });
      return keptPage(asked, 0, form);
    }
    const who = { ...(await asked.reader()), purpose: 'delivery' };
    const asking = { today: dayOf(now), reader: audienceOf(who.person), parameters: pack.parameters };
    const kept = await keep(sourceOf(runtime), pack.report, asking, { login: who.person.login, at: now });
    await runtime.accessLog.report(who, pack.report, 'kept', isRefusal(kept) ? kept : kept.made);
    if (isRefusal(kept)) return refused(language, text[language].packs, kept);
    if (isSent) await noteSent(asked, { kept: kept.id, report: pack.report, until: pack.until, parties });
    return { go: `/reports/kept/${kept.id}` };
  },
);

const sentKept = page(
  {
    ...{
      id: 'sendKept',
      method: 'POST',
      path: '/reports/kept/:kept/sent',
      permission: 'dialogue',
      audit: [],
    },
    ...{ form: '/reports/kept', body: z.looseObject({}) },
    params: z.object({ kept: z.string().regex(/^[a-z][a-z0-9-]{0,99}$/) }),
  } as const,
  async (asked): Promise<Answer> => {
    const { runtime, session, params, language } = asked;
    const kept = await keptReport(runtime.pool, params.kept);
    if (kept === undefined || !mayRead(audienceOf(session.person as Person), kept)) return notFound(language);
    const parties = chosenIn(sentIn(asked.body), await partiesOf(asked));
    const to = `/reports/kept/${kept.id}`;
    if (parties.length === 0) return { go: `${to}?sent=nobody#sent` };
    const { id, report, parameters } = kept;
    const noted = await noteSent(asked, { kept: id, report, until: String(parameters['until']), parties });
    return noted ? { go: `${to}#sent` } : failed(language, 400);
  },
);

interface Sending {
  readonly kept: string;
  readonly report: string;
  readonly until: string;
  readonly parties: readonly string[];
}

/** Notes in the dialogue log that a kept report was sent today; false when that cannot be. */
async function noteSent(
  { runtime, session }: Pick<Here, 'runtime' | 'session'>,
  { parties, ...sending }: Sending,
): Promise<boolean> {
  const now = runtime.clock.now();
  const data = { ...sending, kind: 'statistics-sent', date: dayOf(now), parties: [...parties] };
  const put = await runtime.registers.put('dialogue', data, { at: now, by: session.login, recordedAt: now });
  return !isRefusal(put);
}

function faultsOf(
  { language }: Pick<Here, 'language'>,
  {
    isPack,
    isSent,
    parties,
  }: { readonly isPack: boolean; readonly isSent: boolean; readonly parties: readonly string[] },
): Fault[] {
  const say = text[language];
  return [
    ...(isPack ? [] : [{ id: 'pack', message: say.noPack }]),
    ...(isSent && parties.length === 0 ? [{ id: 'parties', message: say.noParty }] : []),
  ];
}

/** The routine reports, made by a click, and noted as sent. */
export const packsPages = [make, sentKept];
