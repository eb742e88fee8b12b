import type { Text } from '../../workflows/definition.js';
import type { Language } from './words.js';

const say = (sv: string, en: string): Text => ({ sv, en });

/** Headings and sentences of a chart's table. */
export const titles = {
  generated: say(
    'Skriven av `npm run generate` ur definitionen; ändra den, inte den här filen.',
    'Written by `npm run generate` from the definition; change that, and not this file.',
  ),
  states: say('Lägen', 'States'),
  arrows: say('Vägar', 'Arrows'),
  how: say(
    'Alternativ för samma händelse prövas uppifrån; det första vars villkor är uppfyllda tas.',
    'Alternatives of the same event are tried from the top; the first whose conditions hold is taken.',
  ),
  closed: say('avslutat', 'closed'),
  passed: say('passeras i samma steg', 'passed in the same step'),
  stays: say('stannar kvar', 'stays'),
  atOnce: say('genast', 'at once'),
} as const;

/** How sentences are joined. */
export const joins = { and: say('och', 'and'), or: say('eller', 'or'), not: say('inte', 'not') } as const;

/** Who sets an arrow off, when it is not a kind of organisation. */
export const who = {
  engine: say('systemet, när ett annat förlopp säger till', 'the system, when another process tells it'),
  deadline: say('systemet, när tiden är inne', 'the system, when it is due'),
  atOnce: say('systemet, i samma steg', 'the system, in the same step'),
  manager: say('chef', 'manager'),
  two: say('två personer', 'two persons'),
  oneOfEach: say('två personer, en från varje', 'two persons, one from each'),
} as const;

/** The heads of the columns. */
export const heads: Readonly<Record<'states' | 'arrows', Record<Language, readonly string[]>>> = {
  states: {
    sv: [
      'kod',
      'läge',
      'väntar på, eller varför ingen',
      'påminnelse och regel',
      'sätter igång när det nås',
      'när det lämnas',
    ],
    en: [
      'code',
      'state',
      'waits for, or why nobody',
      'reminder and rule',
      'sets off when entered',
      'when left',
    ],
  },
  arrows: {
    sv: ['från', 'händelse', 'vem får', 'om', 'till', 'sätter igång', 'regel för tiden'],
    en: ['from', 'event', 'who may', 'if', 'to', 'sets off', 'rule for the time'],
  },
};
