import { z } from 'zod';
import { exportPurposes, isOffered, offered } from '../../access/purposes.js';
import { provenOf } from '../../audit/proof.js';
import { verifyFile } from '../../audit/verify.js';
import { addDays, isDay } from '../../domain/days.js';
import { dayOf, midnight } from '../../domain/zone.js';
import { isRefusal } from '../../engine/refusals.js';
import { asItStood } from '../../files/earlier.js';
import { evidenceOf } from '../../files/evidence.js';
import { openedFor, stillView, type Opened } from '../../files/file-view.js';
import { dataInWords } from '../../files/in-words.js';
import { provenFor } from '../../files/proofs.js';
import { eventsOf } from '../../files/trail.js';
import { inFile } from '../in-file.js';
import { page, type Answer, type Asked } from '../page.js';
import { asOfPage } from '../pages/as-of.page.js';
import { evidencePage, proofPage, type EvidencePage } from '../pages/evidence.page.js';
import { notFound, refused } from '../pages/messages.page.js';

const EVENTS = 50;
const before = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .optional()
  .catch(undefined);

/** The first page of an auditor names a file in a form, so that its number need not be typed into an address. */
const find = page(
  {
    id: 'findEvidence',
    method: 'POST',
    path: '/audit/file',
    permission: 'auditor',
    audit: [],
    logs: ['trail'],
    body: z.strictObject({
      file: z.string().max(60).default(''),
      show: z.literal('readers').optional().catch(undefined),
    }),
  },
  ({ body }) => {
    const typed = body.file.trim().toLowerCase();
    const [, file = '', seq] = /^([0-9a-hjkmnp-tv-z]{11})(?::([1-9]\d{0,8}))?$/.exec(typed) ?? [];
    if (file === '') return { go: '/#evidence' };
    if (body.show === 'readers') return { go: `/files/${file}/readers` };
    return { go: seq === undefined ? `/files/${file}/evidence` : `/files/${file}/proof/${seq}` };
  },
);

const evidence = page(
  {
    id: 'evidence',
    method: 'GET',
    path: '/files/:file/evidence',
    permission: 'auditor',
    audit: [],
    logs: ['trail'],
    params: inFile,
    query: z.object({ before }),
  },
  async (asked) => {
    const opened = await openedFor(asked.runtime, asked.params.file, await asked.reader(), 'trail');
    if (isRefusal(opened)) return notFound(asked.language);
    return shown(asked, opened, Number(asked.query.before ?? 2 ** 31 - 1));
  },
);

async function shown(
  { runtime, language, session }: Pick<Asked, 'runtime' | 'language' | 'session'>,
  opened: Opened,
  until: number,
  more: Partial<EvidencePage> = {},
): Promise<Answer> {
  const { events, last } = await eventsOf(runtime, opened, { before: until, limit: EVENTS }, language);
  const proven = await provenOf(runtime.pool, opened.file.id);
  const now = runtime.clock.now();
  return evidencePage({
    ...{ language, token: session.formToken, file: opened.file.id, events, proven, next: last },
    ...{ today: dayOf(now), purposes: offered(exportPurposes, now), checked: null, fault: false, ...more },
  });
}

const chain = page(
  {
    id: 'verifyFile',
    method: 'POST',
    path: '/files/:file/chain',
    permission: 'auditor',
    audit: [],
    logs: ['chain'],
    params: inFile,
    body: z.strictObject({}),
  },
  async (asked) => {
    const { runtime, params, language } = asked;
    const opened = await openedFor(runtime, params.file, await asked.reader(), 'chain');
    if (isRefusal(opened)) return notFound(language);
    const { pool, registry, engine, checkpoints } = runtime;
    const options = { vault: engine.ports.vault, publicKey: checkpoints.publicKey };
    const result = await verifyFile(pool, registry, params.file, options);
    const faults = result.findings.map(({ sentence, seq }) => ({
      text: sentence[language],
      seq: seq ?? null,
    }));
    const { ok, events } = result;
    return shown(asked, opened, 2 ** 31 - 1, { checked: { ok, events, faults } });
  },
);

const take = page(
  {
    id: 'exportEvidence',
    method: 'POST',
    path: '/files/:file/evidence',
    permission: 'auditor',
    audit: [],
    logs: ['evidence', 'trail'],
    params: inFile,
    body: z.strictObject({ purpose: z.string().max(60).default('') }),
  },
  async (asked) => {
    const { runtime, params, body, language } = asked;
    const reader = await asked.reader();
    if (!isOffered(exportPurposes, body.purpose, runtime.clock.now())) {
      const opened = await openedFor(runtime, params.file, reader, 'trail');
      if (isRefusal(opened)) return notFound(language);
      const again = await shown(asked, opened, 2 ** 31 - 1, { fault: true });
      return { ...again, status: 422 } as Answer;
    }
    const made = await evidenceOf(runtime, params.file, reader, body.purpose);
    if (isRefusal(made)) return notFound(language);
    const { ok: _, ...kept } = made;
    const name = `bevis-${params.file}-${dayOf(made.madeAt)}.json`;
    return {
      download: { name, type: 'application/json; charset=utf-8', body: `${JSON.stringify(kept, null, 2)}\n` },
    };
  },
);

const proof = page(
  {
    id: 'proof',
    method: 'GET',
    path: '/files/:file/proof/:seq',
    permission: 'colleague',
    audit: [],
    logs: ['proof'],
    params: inFile.extend({ seq: z.string().regex(/^[1-9]\d{0,8}$/) }),
  },
  async ({ runtime, params, language, reader }) => {
    const place = { id: params.file, seq: Number(params.seq) };
    const proven = await provenFor(runtime, place, await reader());
    if (isRefusal(proven)) {
      if (proven.code === 'not-found' && !/kontrollpunkt/.test(proven.sentences[0]?.sv ?? ''))
        return notFound(language);
      const title = language === 'sv' ? 'Det finns inget bevis än' : 'There is no proof yet';
      return refused(language, title, proven);
    }
    const { ok: _, opened: __, ...shownProof } = proven;
    return proofPage({ language, file: params.file, proof: shownProof });
  },
);

const day = z.string().max(20).default('');

const asOf = page(
  {
    id: 'asOf',
    method: 'GET',
    path: '/files/:file/as-of',
    permission: 'colleague',
    audit: [],
    logs: ['file-as-of'],
    params: inFile,
    query: z.object({ at: day, knownOn: day }),
  },
  async ({ runtime, params, query, language, reader }) => {
    const today = dayOf(runtime.clock.now());
    const at = query.at.trim() || today;
    const knownOn = query.knownOn.trim() || today;
    const faults = [
      ...(isDay(at) && at < '2200' ? [] : ['at']),
      ...(isDay(knownOn) && knownOn < '2200' ? [] : ['knownOn']),
    ];
    const looking = faults.length > 0 ? { at: today, knownOn: today } : { at, knownOn };
    const opened = await openedFor(runtime, params.file, await reader(), 'file-as-of', looking);
    if (isRefusal(opened)) return notFound(language);
    const then = faults.length > 0 ? null : await asItStood(runtime, opened, looking);
    const view = then && (await stillView(runtime, then, language, midnight(addDays(looking.at, 1))));
    const registers = await runtime.directory.snapshot();
    const record = view?.[view.kind];
    const words = { registers, language };
    const said = record ? dataInWords(words, runtime.registry.kind(opened.file.kind).record, record) : [];
    return asOfPage({ language, file: params.file, at, knownOn, faults, view, said });
  },
);

/** A file's evidence: its chain, the proof of an event, all of it to keep, and the file as it once stood. */
export const evidencePages = [find, evidence, chain, take, proof, asOf];
