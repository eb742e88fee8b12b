import { z } from 'zod';
import { checkChains } from '../../audit/links-check.js';
import { drawSample, sampleOf, sampleRules, seenInSample } from '../../files/samples.js';
import { secondPersons } from '../../files/second-persons.js';
import { nameIn, organisationIn } from '../around.js';
import { page } from '../page.js';
import { samplePage, secondPersonsPage } from '../pages/audit.page.js';
import { notFound } from '../pages/messages.page.js';

const check = page(
  {
    id: 'checkChains',
    method: 'POST',
    path: '/audit/chains',
    permission: 'officer',
    audit: [],
    logs: ['chains'],
    body: z.strictObject({ back: z.enum(['status']).optional() }),
  },
  async ({ runtime, reader, body }) => {
    await runtime.accessLog.other(await reader(), 'chains', {});
    await checkChains(runtime.pool, runtime.clock.now());
    return { go: `/${body.back ?? ''}#chains` };
  },
);

const draw = page(
  {
    id: 'drawSample',
    method: 'POST',
    path: '/audit/samples',
    permission: 'auditor',
    audit: [],
    logs: ['sample'],
    body: z.strictObject({
      rule: z.enum(sampleRules).catch('all'),
      size: z.coerce.number().int().min(1).max(200).catch(20),
      seed: z
        .string()
        .trim()
        .regex(/^[\p{L}\p{N}-]{1,40}$/u)
        .optional()
        .catch(undefined),
    }),
  },
  async ({ runtime, reader, body: { rule, size, seed } }) => {
    const id = await drawSample(runtime, await reader(), { rule, size, ...(seed !== undefined && { seed }) });
    return { go: `/audit/samples/${id}` };
  },
);

const sample = page(
  {
    id: 'sample',
    method: 'GET',
    path: '/audit/samples/:sample',
    permission: 'auditor',
    audit: [],
    logs: ['sample'],
    params: z.object({ sample: z.string().regex(/^[1-9]\d{0,8}$/) }),
  },
  async ({ runtime, params, language, reader, session }) => {
    const found = await sampleOf(runtime, Number(params.sample));
    if (found === null) return notFound(language);
    const seen = await seenInSample(runtime, await reader(), found);
    const registers = await runtime.directory.snapshot();
    const called = (code: string | null): string | null =>
      code === null ? null : organisationIn(registers, code);
    return samplePage({
      ...{ language, token: session.formToken },
      sample: { ...found, at: found.at.toISOString(), by: nameIn(registers, found.login) },
      lines: seen.map(({ file, district }) => ({ file, district: called(district) })),
    });
  },
);

const second = page(
  {
    id: 'twoPersons',
    method: 'GET',
    path: '/audit/two-persons',
    permission: 'auditor',
    audit: [],
    logs: ['list'],
  },
  async ({ runtime, language, reader }) => {
    const lines = await secondPersons(runtime, await reader(), language);
    const registers = await runtime.directory.snapshot();
    const named = (login: string): string => (login === '' ? '–' : nameIn(registers, login));
    return secondPersonsPage(
      language,
      lines.map((line) => ({ ...line, first: named(line.first), second: named(line.second) })),
    );
  },
);

/** The auditor's desk: chains, samples, and the steps that took two persons. */
export const auditPages = [check, draw, sample, second];
