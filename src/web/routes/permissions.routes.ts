import type { EventSpec, FileKind, Workflow } from '../../../workflows/definition.js';
import {
  offered,
  posts,
  postName,
  sees,
  sharings,
  situations,
  takes,
  type Post,
} from '../../access/matrix.js';
import type { Language } from '../../platform/language.js';
import { kindNames } from '../../register/kinds.js';
import { roles } from '../../register/roles.js';
import { page } from '../page.js';
import { permissionsPage, type PostGroup, type YesNoTable } from '../pages/permissions.page.js';

const permissions = page(
  { id: 'permissions', method: 'GET', path: '/permissions', permission: 'reviewer', audit: [] },
  ({ runtime: { registry }, language }) => {
    const all = [...registry.allKinds(), ...registry.all().map(({ workflow }) => workflow)];
    const acting = posts.filter((post) =>
      all.some((of) => offered(of).some(([, spec]) => takes(post, spec, fileOf(of)))),
    );
    return permissionsPage({
      language,
      situations: situations.map(({ name }) => name[language]),
      seeing: seeingTables(language),
      posts: postGroups(acting, language),
      watching: posts.filter((post) => !acting.includes(post)).map((post) => postName(post)[language]),
      steps: all.map((of) => stepsTable(of, acting, language)),
    });
  },
);

const fileOf = (of: Workflow | FileKind): FileKind['name'] => ('file' in of ? of.file : of.name);

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

function postGroups(acting: readonly Post[], language: Language): PostGroup[] {
  const kinds = [...new Set(acting.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind: capital(kindNames[kind][language]),
    roles: acting.filter((post) => post.kind === kind).map(({ role }) => roles[role].label[language]),
  }));
}

function stepsTable(of: Workflow | FileKind, acting: readonly Post[], language: Language): YesNoTable {
  return {
    id: `${'file' in of ? 'workflow' : 'file'}-${of.name}`,
    title: 'file' in of ? of.label[language] : `${everyFile[language]} ${of.label[language].toLowerCase()}`,
    rows: offered(of).map(([, spec]) => ({
      name: spec.label[language],
      note: noteOf(spec, language),
      may: acting.map((post) => takes(post, spec, fileOf(of))),
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
