import { offered, posts, sees, takes, type Post, type Situation } from '../../src/access/matrix.js';
import { seenBy } from '../../src/engine/about.js';
import type { FileState, Person } from '../../src/engine/model.js';
import type { EventSpec, Field, FileKind, OrgKind, Workflow } from '../../workflows/definition.js';
import { people } from '../scenarios/people.js';
import { plausible } from '../scenarios/plausible.js';
import { Chance } from '../support/chance.js';
import { agencyFlat, facilityFlat } from '../support/cast.js';
import { atOnce } from '../support/at-once.js';
import { goer, pathAt, routes, type Route } from './every-route.js';
import { Served } from './served.js';
import { flat, referral } from './stories.js';

/** Requests under way at once. */
const WIDTH = 12;
/** The name of everybody in the families of the cast. */
const FAMILY = /Testsson/;

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

/** Whether the matrix shows somebody a file. */
function isSeen(file: FileState, person: Person): boolean {
  const all = [...new Set(file.processes.flatMap((one) => seenBy(api.runtime.registry, one)))];
  if (file.kind === 'household') return sees(post(person), situation(file, person), all);
  if (person.kind === 'administration') return person.role === 'auditor';
  return all.includes(person.kind);
}

type Outcome = 'unseen' | 'not-permitted' | 'open';
const outcome = (status: number): Outcome =>
  status === 404 ? 'unseen' : status === 403 ? 'not-permitted' : 'open';

/** What the matrix says of an event of a file (or of one of its processes) for a person. */
function due(file: FileState, person: Person, spec: EventSpec, seen: readonly OrgKind[] | null): Outcome {
  const where = situation(file, person);
  if (!isSeen(file, person)) return 'unseen';
  if (seen !== null && person.kind !== 'administration' && !seen.includes(person.kind)) return 'unseen';
  return takes(post(person), spec, file.kind, where) ? 'open' : 'not-permitted';
}

const PAPER = Buffer.from('%PDF-1.7');
const paper = {
  name: 'Intyg',
  readers: 'own',
  media: 'pdf',
  bytes: PAPER.length,
  content: PAPER.toString('base64'),
};

/** Data that the event's schema takes and whose references are there. */
function filled(spec: EventSpec, of: Workflow | FileKind): object {
  if (spec.schema.safeParse(paper).success) return paper;
  const chance = new Chance(7);
  const options = (pick: NonNullable<Field['pick']>): readonly unknown[] => {
    if (pick.from === 'process') return [{ ref: `${own}/1` }, { ref: `${agencys}/1` }];
    if (pick.from === 'here') return [{ ref: `${own}/1` }];
    if (pick.from === 'household') return [{ ref: `${own}/1` }];
    if (pick.from === 'member') return ['mother'];
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
    const steps = places().flatMap((place) =>
      offered(place.of)
        .filter(([name]) => name !== 'open')
        .map(([type, spec]) => ({ ...place, type, spec, data: filled(spec, place.of) })),
    );
    const told = await atOnce(WIDTH, steps, async ({ person, file, number, of, kinds, type, spec, data }) => {
      const path = `/api/v1/files/${file.id}${number === null ? '' : `/processes/${number}`}`;
      const { status, body } = await api.as(person.login).post(`${path}/events?dryRun=true`, { type, data });
      const expected = due(file, person, spec, kinds);
      if (outcome(status) === expected && status < 500) return [];
      return [`${person.login} ${of.name} ${type}: ${status} ${body.code ?? ''}, not ${expected}`];
    });
    expect(told.flat()).toEqual([]);
    expect(steps.length).toBeGreaterThan(1_500);
  }, 120_000);
});

describe('every route, for everybody of the cast, over HTTP', () => {
  const NONE = '00000000000';
  const ofFiles = routes.filter(({ path }) => /:(file|event)\b/.test(path));
  const others = routes.filter((route) => !ofFiles.includes(route));
  /** Log readers of a file that is not theirs to see, by their office. */
  const isOffice = ({ path }: Route, { role }: Person): boolean =>
    /\/readers$/.test(path) && ['auditor', 'systemAdministrator'].includes(role);
  /** Emergency access is asked for of what one does not see. */
  const isEmergency = ({ path }: Route): boolean => path.endsWith('/emergency');

  it('lets in the roles that it declares, and no other', async () => {
    const go = await goer(api, people);
    const visits = others.flatMap((route) => people.map((person) => ({ route, person })));
    const told = await atOnce(WIDTH, visits, async ({ route, person }) => {
      const { status, text } = await go(route, person, pathAt(route, NONE));
      const isRefused = status === 403;
      const isWrong = route.lets(person)
        ? status === 401 || (isRefused && route.method === 'GET')
        : !isRefused;
      return isWrong || status >= 500 || FAMILY.test(text)
        ? [`${person.login} ${route.method} ${route.path}: ${status}`]
        : [];
    });
    expect(told.flat()).toEqual([]);
    expect(visits.length).toBeGreaterThan(1_000);
  }, 120_000);

  it('answers of a file as of one that is not there to whom the matrix does not show it', async () => {
    const go = await goer(api, people);
    const none = new Map<string, string>();
    const plain = (text: string, id: string) =>
      text
        .replaceAll(id, NONE)
        .replace(/nonce="[^"]*"|data-(idle|rest)="[^"]*"|"requestId":"[^"]*"|<time datetime[^>]*>[^<]*/g, '');
    const hidden = ofFiles.flatMap((route) =>
      people.flatMap((person) =>
        files
          .filter((file) => !isSeen(file, person) && !isOffice(route, person) && !isEmergency(route))
          .map((file) => ({ route, person, file })),
      ),
    );
    const keyOf = (route: Route, { login }: Person) => `${route.method} ${route.path} ${login}`;
    const all = [...new Map(hidden.map((one) => [keyOf(one.route, one.person), one])).values()];
    await atOnce(WIDTH, all, async ({ route, person }) => {
      const { status, text } = await go(route, person, pathAt(route, NONE));
      none.set(keyOf(route, person), `${status} ${plain(text, NONE)}`);
    });
    const told = await atOnce(WIDTH, hidden, async ({ route, person, file }) => {
      const { status, text } = await go(route, person, pathAt(route, file.id));
      const isLikeNone = `${status} ${plain(text, file.id)}` === none.get(keyOf(route, person));
      // Whoever ends an emergency access that they do not have goes back to where they came from.
      const isNothing =
        [403, 404].includes(status) || (status === 303 && route.path.endsWith('/end-emergency'));
      return isLikeNone && isNothing && !FAMILY.test(text)
        ? []
        : [`${person.login} ${route.method} ${route.path}: ${status}`];
    });
    expect([...new Set(told.flat())]).toEqual([]);
    expect(hidden.length).toBeGreaterThan(1_000);
  }, 120_000);

  it('shows a file to whom the matrix shows it', async () => {
    const go = await goer(api, people);
    const reading = ofFiles.filter(({ path }) =>
      /^(\/api\/v1)?\/files\/:file(\/events|\/documents)?$/.test(path),
    );
    const visits = reading
      .filter(({ method }) => method === 'GET')
      .flatMap((route) => people.flatMap((person) => files.map((file) => ({ route, person, file }))))
      .filter(({ person, file }) => isSeen(file, person));
    const told = await atOnce(WIDTH, visits, async ({ route, person, file }) => {
      const { status, text } = await go(route, person, pathAt(route, file.id));
      // Before a page is shown, whoever does not handle the case says why they read it.
      const isAsked = route.face === 'page' && status === 403 && text.includes('name="reason"');
      return status === 200 || isAsked ? [] : [`${person.login} ${route.path} ${file.kind}: ${status}`];
    });
    expect(told.flat()).toEqual([]);
    expect(visits.length).toBeGreaterThan(200);
  }, 120_000);
});
