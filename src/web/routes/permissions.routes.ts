import type { EventSpec, FileKind, Workflow } from '../../../workflows/definition.js';
import { offered, posts, postName, sees, sharings, situations, takes } from '../../access/matrix.js';
import type { Language } from '../../platform/language.js';
import { kindNames } from '../../register/kinds.js';
import { roles } from '../../register/roles.js';
import { page } from '../page.js';
import { permissionsPage, type PostGroup, type YesNoTable } from '../pages/permissions.page.js';

const permissions = page(
  { id: 'permissions', method: 'GET', path: '/permissions', permission: 'reviewer', audit: [] },
  ({ runtime: { registry }, language }) =>
    permissionsPage({
      language,
      situations: situations.map(({ name }) => name[language]),
      seeing: seeingTables(language),
      posts: postGroups(language),
      steps: [...registry.allKinds(), ...registry.all().map(({ workflow }) => workflow)].map((of) =>
        stepsTable(of, language),
      ),
    }),
);

const seeingTables = (language: Language): YesNoTable[] =>
  sharings.map(({ name, seenBy }, at) => ({
    id: `seeing-${at + 1}`,
    title: name[language],
    rows: posts.map((post) => ({
      name: capital(postName(post)[language]),
      note: '',
      may: situations.map((situation) => sees(post, situation, seenBy)),
    })),
  }));

function postGroups(language: Language): PostGroup[] {
  const kinds = [...new Set(posts.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind: capital(kindNames[kind][language]),
    roles: posts.filter((post) => post.kind === kind).map(({ role }) => roles[role].label[language]),
  }));
}

function stepsTable(of: Workflow | FileKind, language: Language): YesNoTable {
  const file = 'file' in of ? of.file : of.name;
  return {
    id: `${'file' in of ? 'workflow' : 'file'}-${of.name}`,
    title: 'file' in of ? of.label[language] : `${everyFile[language]} ${of.label[language].toLowerCase()}`,
    rows: offered(of).map(([, spec]) => ({
      name: spec.label[language],
      note: noteOf(spec, language),
      may: posts.map((post) => takes(post, spec, file)),
    })),
  };
}

const everyFile = { sv: 'Alla ärenden:', en: 'Every case:' } as const;

/** What a step asks for beside the post. */
function noteOf({ twoPersons, decision }: EventSpec, language: Language): string {
  const say = {
    sv: { two: 'två personer', each: 'två personer, en från varje', by: 'delegerat, punkt' },
    en: { two: 'two persons', each: 'two persons, one of each', by: 'delegated, line' },
  }[language];
  const lines = decision?.lines.map(({ line }) => line).join(', ');
  return [
    twoPersons === undefined ? '' : twoPersons === true ? say.two : say.each,
    lines === undefined ? '' : `${say.by} ${lines}`,
  ]
    .filter(Boolean)
    .join('; ');
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The permission matrix. */
export const permissionsPages = [permissions];
