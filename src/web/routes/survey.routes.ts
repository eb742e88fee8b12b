import { z } from 'zod';
import { situations } from '../../../workflows/files/household.js';
import { isRefusal } from '../../engine/refusals.js';
import { roundsTold } from '../../register/survey-rounds.queries.js';
import { SHEET_LIMITS } from '../../platform/sheets/rows.js';
import { responsesSummed, roundsSummed } from '../../reports/index.js';
import { COLUMNS, responsesIn, type Responses } from '../../register/survey-sheet.js';
import { page, type Asked, type Shown } from '../page.js';
import { surveyCheckPage, surveyPage, type SurveyPage, type SurveyWish } from '../pages/survey.page.js';
import { text } from '../pages/survey.words.js';
import type { Fault } from '../parts.js';
import { pastedRows, rowFaults, sheetFault, sheetFile, sheetSent, type SheetSent } from './sheet-sent.js';

const PATH = '/survey';
/** More responses than a round of the city has; as codes they fit into one field. */
const LIMITS = { ...SHEET_LIMITS, rows: 1_000 };
type Here = Pick<Asked, 'runtime' | 'session' | 'language'>;

const typed = { year: z.string().max(20).default(''), date: z.string().max(20).default('') };
const round = { ...typed, rows: pastedRows };

const survey = page(
  {
    id: 'survey',
    method: 'GET',
    path: PATH,
    permission: 'survey',
    audit: [],
    query: z.object({ done: z.enum(['imported', 'unchanged']).optional() }),
  },
  (asked) => {
    const { kept, query } = asked;
    const of = (name: keyof SurveyWish): string => String(kept?.[name] ?? '');
    return shown(asked, {
      done: query.done,
      wish: { year: of('year'), date: of('date'), rows: of('rows') },
    });
  },
);

const check = page(
  {
    id: 'checkSurvey',
    method: 'POST',
    path: PATH,
    permission: 'survey',
    audit: [],
    form: PATH,
    upload: true,
    body: z.strictObject({ ...round, file: sheetFile }),
  },
  async (asked) => {
    const { session, body, language } = asked;
    const sent = await sheetSent(body, LIMITS);
    const wish = wishIn({ year: body.year, date: body.date, rows: sent.rows });
    const read = responsesOf(sent);
    const faults = await faultsOf(asked, wish, sent, read);
    if (faults.length > 0) return shown(asked, { wish, faults });
    const { responses } = read;
    const of = (situation: string, newly: boolean): number =>
      responses.filter((one) => one.situation === situation && one.newlyArrived === newly).length;
    return surveyCheckPage({
      ...{ language, token: session.formToken, wish, year: Number(wish.year) },
      count: responses.length,
      rounds: [
        responsesSummed(Number(wish.year), wish.date, responses),
        ...(await roundsSummed(asked.runtime.pool)),
      ],
      lines: Object.entries(situations).map(([code, name]) => ({
        ...{ name: name[language], others: of(code, false), newly: of(code, true) },
      })),
    });
  },
);

const take = page(
  {
    id: 'importSurvey',
    method: 'POST',
    path: `${PATH}/check`,
    permission: 'survey',
    audit: [],
    form: PATH,
    upload: true,
    body: z.strictObject({ ...round, back: z.string().max(1).optional() }),
  },
  async (asked) => {
    const { runtime, body } = asked;
    const wish = wishIn(body);
    if (body.back !== undefined) return shown(asked, { wish });
    const sent = await sheetSent(wish, LIMITS);
    const read = responsesOf(sent);
    const { responses } = read;
    const [told] = (await roundsTold(runtime.pool)).filter(({ year }) => String(year) === wish.year);
    if (told?.responses === responses.length) return { go: `${PATH}?done=unchanged` };
    const faults = await faultsOf(asked, wish, sent, read);
    if (faults.length > 0) return shown(asked, { wish, faults });
    await imported(asked, wish, responses);
    return { go: `${PATH}?done=imported` };
  },
);

/** Every response as a line of its register. What the check lets through is taken. */
async function imported(
  { runtime, session }: Here,
  { year, date }: SurveyWish,
  responses: Responses['responses'],
): Promise<void> {
  const now = runtime.clock.now();
  const put = async (register: string, data: object): Promise<void> => {
    const entry = { at: now, by: session.login, recordedAt: now };
    const answer = await runtime.registers.put(register, data, entry);
    if (isRefusal(answer)) throw new Error(`a checked line was refused: ${answer.code}`);
  };
  await put('surveyRound', { year: Number(year), date });
  for (const response of responses) await put('surveyResponse', { round: Number(year), ...response });
}

const isDay = (given: string): boolean => z.iso.date().safeParse(given).success;

const responsesOf = ({ sheet }: SheetSent): Responses =>
  'rows' in sheet ? responsesIn(sheet.rows) : { responses: [], faults: [] };

async function faultsOf(
  { runtime, language }: Here,
  wish: SurveyWish,
  sent: SheetSent,
  read: Responses,
): Promise<Fault[]> {
  const say = text[language];
  const told = (await roundsTold(runtime.pool)).find(({ year }) => String(year) === wish.year);
  const isTotals = told !== undefined && (told.families !== null || told.lastingShare !== null);
  const faults: readonly (readonly [boolean, string, string])[] = [
    [!/^(19[9]|20|21)\d+$/.test(wish.year) || wish.year.length !== 4, 'year', say.noYear],
    [isTotals, 'year', say.isTotals],
    [(told?.responses ?? 0) > 0, 'year', say.hasResponses],
    [!isDay(wish.date) || !wish.date.startsWith(wish.year), 'date', say.noDay],
  ];
  const unread = sheetFault(sent, LIMITS, say, language);
  const isEmpty = read.responses.length + read.faults.length === 0;
  return [
    ...faults.flatMap(([isWrong, id, message]) => (isWrong ? [{ id, message }] : [])),
    ...(unread !== null
      ? [unread]
      : isEmpty
        ? [{ id: sent.from, message: say.noRows }]
        : rowFaults(read.faults, say, language)),
  ];
}

async function shown(
  { runtime, session, language }: Here,
  more: {
    readonly wish: SurveyWish;
    readonly faults?: readonly Fault[];
    readonly done?: SurveyPage['done'];
  },
): Promise<Shown> {
  const rounds = await roundsTold(runtime.pool);
  const summed = new Map((await roundsSummed(runtime.pool)).map((round) => [round.year, round.lasting]));
  return surveyPage({
    ...{ language, token: session.formToken, wish: more.wish, done: more.done },
    faults: more.faults ?? [],
    columns: COLUMNS.map((one) => one[language]).join(', '),
    rounds: rounds.map(({ year, heldOn, families, responses }) => ({
      ...{ year, heldOn },
      answers: responses > 0 ? responses : families,
      lasting: summed.get(year) ?? null,
    })),
  });
}

const wishIn = ({ year, date, rows }: SurveyWish): SurveyWish => ({
  ...{ year: year.trim(), date: date.trim(), rows },
});

/** The rounds of the survey, and importing one. */
export const surveyPages = [survey, check, take];
