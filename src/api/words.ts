import type { Text } from '../../workflows/definition.js';
import { purposes } from '../access/purposes.js';
import { words as engineWords } from '../engine/words.js';

/** Sentences that the API itself says. Each tells what is so and what to do. */
export const words = {
  notFound: engineWords.notFound,
  key: {
    sv: 'Ge varje steg en egen nyckel i huvudet Idempotency-Key: 1 till 100 tecken ur A–Z, a–z, 0–9 och _ . : -',
    en: 'Give each step a key of its own in the header Idempotency-Key: 1 to 100 characters of A–Z, a–z, 0–9 and _ . : -',
  },
  ifMatch: {
    sv: 'Skriv den version du läste, som den stod i ETag: If-Match: "12".',
    en: 'Write the version that you read, as it stood in ETag: If-Match: "12".',
  },
  purpose: {
    sv: `Ange ett av skälen: ${purposes.map(({ code }) => code).join(', ')}.`,
    en: `Give one of the purposes: ${purposes.map(({ code }) => code).join(', ')}.`,
  },
  tooDeep: {
    sv: 'Innehållet är nästlat djupare än något formulär. Kontrollera det och skicka igen.',
    en: 'The body is nested deeper than any form. Check it and send it again.',
  },
  cursor: {
    sv: 'Använd värdet i "next" ur det förra svaret, oförändrat.',
    en: 'Use the value of "next" of the answer before, unchanged.',
  },
  onlyMatchers: {
    sv: 'Vem en lägenhet föreslås för ser de som erbjuder lägenheter på SHIS. Fråga en av dem.',
    en: 'Whom a flat is proposed to is seen by those who offer flats at SHIS. Ask one of them.',
  },
  notYet: {
    sv: 'Skriv en tidpunkt som har varit, RFC 3339 med tidszon, till exempel 2021-03-03T12:00:00+01:00.',
    en: 'Write a moment that has been, RFC 3339 with an offset, such as 2021-03-03T12:00:00+01:00.',
  },
  onlyAdministrators: {
    sv: 'Registren skrivs av systemförvaltare. Be en av dem.',
    en: 'Registers are written by system administrators. Ask one of them.',
  },
} as const satisfies Record<string, Text>;
