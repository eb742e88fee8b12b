import { offered, posts, sees, takes, type Post, type Situation } from '../../src/access/matrix.js';
import { seenBy } from '../../src/engine/about.js';
import type { FileState, Person } from '../../src/engine/model.js';
import type { EventSpec, Field, FileKind, OrgKind, Workflow } from '../../workflows/definition.js';
import { people } from '../scenarios/people.js';
import { plausible } from '../scenarios/plausible.js';
import { Chance } from '../support/chance.js';
import { agencyFlat, facilityFlat } from '../support/cast.js';
import { Served } from './served.js';
import { flat, referral } from './stories.js';

let api: Served;
let files: FileState[];
let [own, agencys] = ['', ''];

const farsta = () => api.as('farsta.handlaggare');
const shis = () => api.as('shis.handlaggare');

/** Of every sort one: a draft, one sent, one with an offer, one at the agency, a protected one, and flats of both sources. */
beforeAll(async () => {
  api = await Served.open();
  own = await flat(shis(), facilityFlat('6101', 2));
  agencys = await flat(shis(), agencyFlat('6102', 3));
  const sent = async (): Promise<string> => {
    const id = await referral(farsta());
    await farsta().step(id, 1, 'submit');
    await shis().step(id, 1, 'approve');
    return id;
  };
  const asked = await sent();
  const results = [{ dwelling: { ref: `${own}/1` }, reason: 'size' }];
  await shis().step(asked, 1, 'searchOwnStock', { results });
  await shis().step(asked, 1, 'requestFromAgency', {});
  const [offeredOne, hidden] = [await sent(), await sent()];
  await shis().step(offeredOne, 1, 'makeOffer', { dwelling: { ref: `${own}/1` } });
  const handlers = ['shis.kollega', 'skarholmen.handlaggare'];
  await farsta().step(hidden, null, 'setProtection', { kind: 'sekretessmarkering', handlers });
  const ids = [await referral(farsta()), asked, offeredOne, hidden, own, agencys];
  files = [...(await api.runtime.engine.files.read(ids, true)).values()].flatMap((file) => file ?? []);
  expect(files.map(({ processes }) => processes.length)).toEqual([1, 2, 2, 1, 1, 1]);
}, 60_000);
afterAll(() => api.close());

const NAMED = ['farsta.handlaggare', 'shis.kollega', 'skarholmen.handlaggare'];

/** What a person is to a file. */
function situation(file: FileState, person: Person): Situation {
  const isProtected = (file.record as { protection?: unknown }).protection != null;
  const isOwn = file.kind === 'dwelling' || person.organisation === 'farsta';
  const fitting = { own: isOwn, isProtected, named: isProtected && NAMED.includes(person.login) };
  return { ...fitting, name: { sv: '', en: '' } };
}

const post = ({ kind, role }: Person): Post => {
  const found = posts.find((one) => one.kind === kind && one.role === role);
  if (found === undefined && kind !== 'district' && kind !== 'housingUnit')
    throw new Error(`${kind} ${role} is no post of the matrix`);
  return found ?? { kind, role: role as Post['role'] };
};

type Outcome = 'unseen' | 'not-permitted' | 'open';
const outcome = (status: number): Outcome =>
  status === 404 ? 'unseen' : status === 403 ? 'not-permitted' : 'open';

/** What the matrix says of an event of a file (or of one of its processes) for a person. */
function due(file: FileState, person: Person, spec: EventSpec, seen: readonly OrgKind[] | null): Outcome {
  const { registry } = api.runtime;
  const all = [...new Set(file.processes.flatMap((one) => seenBy(registry, one)))];
  const where = situation(file, person);
  const isSeen =
    file.kind === 'household'
      ? sees(post(person), where, all)
      : ['administration'].includes(person.kind)
        ? person.role === 'auditor'
        : all.includes(person.kind) && person.role !== 'analyst';
  if (!isSeen) return 'unseen';
  if (seen !== null && person.kind !== 'administration' && !seen.includes(person.kind)) return 'unseen';
  return takes(post(person), spec, file.kind, where) ? 'open' : 'not-permitted';
}

/** Data that the event's schema takes and whose references are there. */
function filled(spec: EventSpec, of: Workflow | FileKind): object {
  const chance = new Chance(7);
  const options = (pick: NonNullable<Field['pick']>): readonly unknown[] => {
    if (pick.from === 'process') return [{ ref: `${own}/1` }, { ref: `${agencys}/1` }];
    if (pick.from === 'reason') return (of.reasons?.[pick.list] ?? []).map(({ code }) => code);
    const mine = people.filter(
      ({ kind }) => pick.from === 'user' && [pick.org ?? kind].flat().includes(kind),
    );
    if (pick.from === 'user') return mine.map(({ login }) => login);
    return [{ district: 'skarholmen', company: 'stockholmshem' }[[pick.kind].flat()[0] as 'district']];
  };
  for (let tries = 0; tries < 200; tries++) {
    const data = plausible(spec.schema, {
      today: '2021-02-01',
      choose: (from) => chance.one(from) as never,
      options,
    });
    if (spec.schema.safeParse(data).success) return data;
  }
  throw new Error('no data fits');
}

interface Place {
  readonly person: Person;
  readonly file: FileState;
  readonly number: number | null;
  readonly of: Workflow | FileKind;
  /** Who may know of the process; null for the file itself. */
  readonly kinds: readonly OrgKind[] | null;
}

/** Everybody, at every file and at every process in it. */
function places(): Place[] {
  const { registry } = api.runtime;
  const at = (person: Person, file: FileState): Place[] => [
    { person, file, number: null, of: registry.kind(file.kind), kinds: null },
    ...file.processes.map((one) => {
      const of = registry.pinned(one.workflow, one.version)?.workflow as Workflow;
      return { person, file, number: one.number, of, kinds: seenBy(registry, one) };
    }),
  ];
  return people.flatMap((person) => files.flatMap((file) => at(person, file)));
}

describe('every step of every sort of file, for everybody of the cast, over HTTP', () => {
  it('is there, may be taken, or may not, as the matrix says', async () => {
    const differ: string[] = [];
    let walked = 0;
    for (const { person, file, number, of, kinds } of places())
      for (const [type, spec] of offered(of).filter(([name]) => name !== 'open')) {
        const path = `/api/v1/files/${file.id}${number === null ? '' : `/processes/${number}`}`;
        const step = { type, data: filled(spec, of) };
        const { status, body } = await api.as(person.login).post(`${path}/events?dryRun=true`, step);
        const expected = due(file, person, spec, kinds);
        walked++;
        if (outcome(status) === expected && status < 500) continue;
        differ.push(`${person.login} ${of.name} ${type}: ${status} ${body.code ?? ''}, not ${expected}`);
      }
    expect(differ).toEqual([]);
    expect(walked).toBeGreaterThan(1_500);
  }, 120_000);
});
