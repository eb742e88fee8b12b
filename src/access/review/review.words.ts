import type { Text } from '../../../workflows/definition.js';
import { NIGHT_FROM, NIGHT_UNTIL } from '../access.policy.js';

const night = [NIGHT_FROM, NIGHT_UNTIL].map(({ value }) => String(value).padStart(2, '0')).join('–');
const text = (sv: string, en: string): Text => ({ sv, en });

/** Why a reading comes up for review. */
export const rules = {
  sample: text('Månadens stickprov', 'The month’s sample'),
  unstated: text(
    'Handlägger inte ärendet och angav inget skäl',
    'Does not handle the case and stated no reason',
  ),
  surname: text('Samma efternamn som någon i hushållet', 'Same surname as somebody of the household'),
  address: text('Läsarens egen adress', 'The reader’s own address'),
  night: text(`På natten, ${night}`, `At night, ${night}`),
  many: text('Många olika hushåll inom en timme', 'Many different households within an hour'),
  protected: text('Skyddad identitet', 'Protected identity'),
  emergency: text('Nödöppning', 'Emergency access'),
} as const satisfies Record<string, Text>;
export type Rule = keyof typeof rules;

/** What a review comes to. */
export const outcomes = {
  justified: text('Läsningen hörde till arbetet', 'The reading belonged to the work'),
  explained: text('Förklarad av läsaren', 'Explained by the reader'),
  unjustified: text('Läsningen hade inget skäl', 'The reading had no reason'),
  reported: text('Anmäld vidare', 'Reported further'),
} as const satisfies Record<string, Text>;
export type Outcome = keyof typeof outcomes;
