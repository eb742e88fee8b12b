import type { Workflow } from '../../workflows/definition.js';
import agencyRequest from '../../workflows/agency-request/index.js';
import dwelling from '../../workflows/dwelling/index.js';
import offer from '../../workflows/offer/index.js';
import referral from '../../workflows/referral/index.js';
import tenancy from '../../workflows/tenancy/index.js';
import type { EventBody, FileState, Person } from '../../src/engine/model.js';
import { newTool } from '../fixtures/workflows/errand/index.js';
import { smallWorkflows, type TestEngine } from '../support/engine.js';
import type { Opening } from '../support/random-walk.js';
import { household } from '../workflows/families.js';

/** Workflows and how a random walk opens their files. */
export interface Setting {
  readonly workflows: readonly Workflow[];
  readonly openings: readonly Opening[];
}

export const small: Setting = {
  workflows: smallWorkflows,
  openings: [
    { workflow: 'errand', data: () => ({ household, what: 'milk', weight: 3 }) },
    { workflow: 'tool', data: () => newTool },
  ],
};

const flat = { number: 'A 1', rooms: 2, rent: 7000, dailyCost: 300 };
export const housing: Setting = {
  workflows: [referral, agencyRequest, offer, tenancy, dwelling],
  openings: [
    { workflow: 'referral', data: () => ({ household, rooms: 2 }) },
    { workflow: 'dwelling', data: (chance) => ({ ...flat, source: chance.one(['facility', 'agency']) }) },
  ],
};

/** What people did, in the order of its recording. */
export async function personsSteps(e: TestEngine): Promise<EventBody[]> {
  const { rows } = await e.pool.query<{ canonical: Buffer }>(
    'select canonical from event order by recorded_at, file_id, seq',
  );
  return rows
    .map(({ canonical }) => JSON.parse(canonical.toString('utf8')) as EventBody)
    .filter(({ cause }) => cause.kind === 'person');
}

/** Whoever took a step, or in their place somebody of the district that answers for the household now. */
export async function successorOf(e: TestEngine, body: EventBody): Promise<Person> {
  const state = (await e.engine.files.read([body.file])).get(body.file) as FileState;
  const { district, handlers = [] } = state.record as {
    district?: string;
    handlers?: { login: string; to: unknown }[];
  };
  const named = handlers.find(({ to }) => to === null)?.login;
  const person = { ...e.person(named ?? body.by, body.orgKind), organisation: body.organisation };
  const keeps = body.orgKind === 'district' || body.orgKind === 'housingUnit';
  return keeps && district !== undefined ? { ...person, organisation: district } : person;
}
