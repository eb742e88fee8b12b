import { gate } from '../../src/access/gate.js';
import type { Person } from '../../src/engine/model.js';
import type { FileAbout } from '../../src/engine/ports.js';
import type { Actor, OrgKind } from '../../workflows/definition.js';

const person = (kind: OrgKind, role = 'caseworker', organisation: string = kind): Person => ({
  login: 'x',
  organisation,
  kind,
  role,
});
const open = { assignee: null, handlers: [], isProtected: false };
const household: FileAbout = { id: 'f', kind: 'household', responsible: 'farsta', ...open };
const flat: FileAbout = { id: 'd', kind: 'dwelling', responsible: null, ...open };
const protectedOne: FileAbout = { ...household, handlers: ['named'], isProtected: true };
const named = (who: Person): Person => ({ ...who, login: 'named' });
const farsta = person('district', 'caseworker', 'farsta');
const by = (...org: OrgKind[]): Actor[] => org.map((one) => ({ org: one }));
const told = (who: Person, actors: Actor[], file = household): string | undefined =>
  gate
    .mayAct(who, actors, file)
    ?.sentences.map(({ en }) => en)
    .join(' ');

describe('who may act', () => {
  it('lets those act whom the workflow names', () => {
    expect(told(farsta, by('shis', 'district'))).toBeUndefined();
    expect(told(person('shis', 'administrator'), by('shis'))).toBeUndefined();
    expect(told(person('agency', 'officer'), by('agency'))).toBeUndefined();
    expect(told(person('agency', 'officer'), by('shis', 'agency'), flat)).toBeUndefined();
    expect(
      told(person('system', 'system', 'husrum'), [...by('district'), { org: 'system' }]),
    ).toBeUndefined();
  });

  it('refuses others, and says in both languages who can', () => {
    expect(gate.mayAct(farsta, [{ org: 'shis', rank: 'manager' }, { org: 'agency' }], household)).toEqual({
      ok: false,
      code: 'not-permitted',
      sentences: [
        {
          sv: 'Steget tas av en chef hos SHIS eller Bostadsförmedlingen. Be dem ta det.',
          en: 'This step is taken by a manager at SHIS or the housing agency. Ask them to take it.',
        },
      ],
    });
  });

  it('asks for a manager where the rank matters', () => {
    const manager: Actor[] = [{ org: 'shis', rank: 'manager' }];
    expect(told(person('shis', 'administrator'), manager)).toContain('a manager at SHIS');
    expect(told(person('shis', 'manager'), manager)).toBeUndefined();
    expect(told(person('district', 'manager', 'farsta'), manager)).toContain('a manager at SHIS');
  });

  it('keeps a district and the housing unit to the households they answer for', () => {
    const bromma = told(person('district', 'manager', 'bromma'), by('district'));
    expect(bromma).toContain('answers for the household');
    expect(bromma).not.toContain('farsta');
    expect(told(person('housingUnit', 'officer', 'boendeenheten'), by('housingUnit'))).toBeDefined();
    expect(
      told(person('housingUnit', 'officer', 'boendeenheten'), by('housingUnit'), {
        ...household,
        responsible: 'boendeenheten',
      }),
    ).toBeUndefined();
    expect(told(farsta, by('district'), { ...household, responsible: null })).toBeDefined();
  });

  it.each(['analyst', 'auditor', 'systemAdministrator', 'unheard-of', 'constructor'])(
    'never lets an %s act',
    (role) => {
      for (const kind of ['district', 'housingUnit', 'shis', 'agency', 'administration', 'company'] as const)
        expect(told(person(kind, role, 'farsta'), by(kind))).toContain('Your role takes no steps');
    },
  );
});

describe('who may see', () => {
  const seen = (
    who: Person,
    file: FileAbout,
    seenBy: OrgKind[][] = [['district', 'shis', 'administration']],
  ) => gate.maySee(who, file, seenBy);

  it('shows a household to its own district, to SHIS and to the auditor', () => {
    expect(seen(farsta, household)).toBe(true);
    expect(seen(person('shis', 'administrator'), household)).toBe(true);
    expect(seen(person('administration', 'auditor'), household)).toBe(true);
    expect(seen(person('administration', 'auditor'), flat)).toBe(true);
  });

  it('hides it from other districts, from the companies and from who only counts or runs the system', () => {
    expect(seen(person('district', 'manager', 'bromma'), household)).toBe(false);
    expect(seen(person('company', 'officer'), household)).toBe(false);
    for (const role of ['analyst', 'systemAdministrator', 'officer', 'unheard-of'])
      expect(seen(person('administration', role), household)).toBe(false);
    for (const role of ['analyst', 'auditor', 'systemAdministrator', 'unheard-of']) {
      expect(seen(person('district', role, 'farsta'), household)).toBe(false);
      expect(seen(person('shis', role), household)).toBe(false);
    }
  });

  it('shows the agency a household only where a process is its to know of', () => {
    const agency = person('agency', 'officer');
    expect(seen(agency, household)).toBe(false);
    expect(
      seen(agency, household, [
        ['district', 'shis'],
        ['shis', 'agency'],
      ]),
    ).toBe(true);
    expect(seen(agency, household, [])).toBe(false);
  });

  it('shows a flat to the kinds that its process names', () => {
    expect(seen(person('agency', 'officer'), flat, [['shis', 'agency']])).toBe(true);
    expect(seen(farsta, flat, [['shis', 'agency']])).toBe(false);
    expect(seen(farsta, flat, [['shis', 'district']])).toBe(true);
    expect(seen(farsta, flat, [])).toBe(false);
    expect(seen(person('shis'), flat, [])).toBe(false);
  });

  it('shows a protected family to its named handlers alone, wherever they work', () => {
    for (const who of [
      farsta,
      person('district', 'manager', 'farsta'),
      person('shis', 'administrator'),
      person('administration', 'auditor'),
    ])
      expect(seen(who, protectedOne)).toBe(false);
    expect(seen(named(farsta), protectedOne)).toBe(true);
    expect(seen(named(person('shis', 'administrator')), protectedOne)).toBe(true);
    expect(seen(named(person('district', 'caseworker', 'bromma')), protectedOne)).toBe(true);
    expect(seen(named(person('district', 'systemAdministrator', 'farsta')), protectedOne)).toBe(false);
  });

  it('does not let a substitute in by the name of the one they stand in for, or under it', () => {
    expect(seen({ ...named(farsta), onBehalfOf: 'farsta.chef' }, protectedOne)).toBe(false);
    expect(seen({ ...farsta, onBehalfOf: 'named' }, protectedOne)).toBe(false);
  });

  it('shows any file that was opened in an emergency to whoever opened it, in a role that acts', () => {
    const opened = (who: Person) => seen({ ...who, emergency: ['f'] }, protectedOne);
    expect(opened(person('district', 'caseworker', 'bromma'))).toBe(true);
    expect(opened(person('district', 'analyst', 'bromma'))).toBe(false);
    expect(seen({ ...farsta, emergency: ['another'] }, protectedOne)).toBe(false);
  });
});

describe('who may act on a protected family', () => {
  it('is a named handler whose organisation the step is for', () => {
    expect(told(farsta, by('district'), protectedOne)).toContain('only named handlers');
    expect(told(named(farsta), by('district'), protectedOne)).toBeUndefined();
    expect(told(named(person('shis', 'administrator')), by('shis'), protectedOne)).toBeUndefined();
    const bromma = named(person('district', 'caseworker', 'bromma'));
    expect(told(bromma, by('district'), protectedOne)).toContain('answers for the household');
    expect(told({ ...farsta, emergency: ['f'] }, by('district'), protectedOne)).toContain(
      'only named handlers',
    );
  });
});
