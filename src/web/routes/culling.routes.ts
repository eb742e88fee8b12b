import { z } from 'zod';
import type { CullingProposal } from '../../audit/culling/culling.queries.js';
import type { Language } from '../../platform/language.js';
import { COMMAND_LINE_LOGIN } from '../../register/roles.js';
import type { Snapshot } from '../../register/snapshot.js';
import { nameIn, organisationIn } from '../around.js';
import { page, type Asked, type Shown } from '../page.js';
import { cullingPage, type CullingPage } from '../pages/culling.page.js';
import { text } from '../pages/culling.words.js';

const PATH = '/culling';

const look = page(
  {
    id: 'culling',
    method: 'GET',
    path: PATH,
    permission: 'systemAdministrator',
    audit: [],
    query: z.object({ done: z.enum(['proposed', 'takenBack', 'culled', 'nothing', 'gone']).optional() }),
  },
  (asked) => shown(asked, asked.query.done),
);

const propose = page(
  {
    id: 'proposeCulling',
    method: 'POST',
    path: '/culling/proposals',
    permission: 'systemAdministrator',
    audit: ['culling-proposed'],
    fresh: PATH,
    body: z.strictObject({ organisation: z.string().max(100) }),
  },
  async ({ runtime, session, body, record }) => {
    const proposal = await runtime.culling.propose(body.organisation, session.login);
    if (proposal === null) return { go: `${PATH}?done=nothing` };
    await record('culling-proposed', { ref: String(proposal) });
    return { go: `${PATH}?done=proposed` };
  },
);

const answer = page(
  {
    id: 'answerCulling',
    method: 'POST',
    path: '/culling/answer',
    permission: 'systemAdministrator',
    audit: ['culled', 'culling-taken-back'],
    fresh: PATH,
    body: z.strictObject({
      proposal: z.coerce
        .number()
        .int()
        .min(1)
        .max(2 ** 31 - 1),
      do: z.enum(['cull', 'takeBack']),
    }),
  },
  async ({ runtime, session, body, record }) => {
    const ref = String(body.proposal);
    const isCulling = body.do === 'cull';
    const done = isCulling
      ? (await runtime.culling.cull(body.proposal, session.login)) !== null
      : await runtime.culling.takeBack(body.proposal, session.login);
    if (!done) return { go: `${PATH}?done=gone` };
    await record(isCulling ? 'culled' : 'culling-taken-back', { ref });
    return { go: `${PATH}?done=${isCulling ? 'culled' : 'takenBack'}` };
  },
);

async function shown(
  { runtime, session, language }: Pick<Asked, 'runtime' | 'session' | 'language'>,
  told: CullingPage['told'],
): Promise<Shown> {
  const { culling, directory } = runtime;
  const [snapshot, due, proposals] = await Promise.all([
    directory.snapshot(),
    culling.due(),
    culling.proposals(),
  ]);
  const nameOf = (code: string): string => organisationIn(snapshot, code);
  const lines = proposals.map((one) => lineOf(snapshot, one, language));
  return cullingPage({
    ...{ language, token: session.formToken, told, next: due.next },
    ...{ forResearch: due.forResearch, inReview: due.inReview },
    due: due.organisations.map((one) => ({ ...one, code: one.organisation, name: nameOf(one.organisation) })),
    waiting: lines
      .filter(({ ended }) => !ended)
      .map((one) => ({ ...one, isOwn: one.proposedBy === session.login })),
    done: lines.filter((one) => one.culledAt !== ''),
  });
}

function lineOf(snapshot: Snapshot, one: CullingProposal, language: Language) {
  const { id, organisation, proposedBy, proposedAt, culledBy, culledAt, takenBackAt } = one;
  return {
    ...{ id, proposedBy, files: one.culled ?? one.files, ended: (culledAt ?? takenBackAt) !== null },
    ...{
      by: proposedBy === COMMAND_LINE_LOGIN ? text[language].commandLine : nameIn(snapshot, proposedBy),
      at: proposedAt.toISOString(),
    },
    name: organisationIn(snapshot, organisation),
    culledBy: culledBy === null ? '' : nameIn(snapshot, culledBy),
    culledAt: culledAt?.toISOString() ?? '',
  };
}

/** Culling: one person puts forward, another culls. */
export const cullingPages = [look, propose, answer];
