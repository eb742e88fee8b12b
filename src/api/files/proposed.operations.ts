import type { Text } from '../../../workflows/definition.js';
import { z } from 'zod';
import { proposedView } from '../../files/proposed-shapes.js';
import { said } from '../../files/said.js';
import { aMoment } from '../days.js';
import { operation } from '../operation.js';
import { inFile } from './inputs.js';

const text = (sv: string, en: string): Text => ({ sv, en });

export const readProposed = operation({
  id: 'readProposed',
  method: 'GET',
  path: '/api/v1/flats/:file/families',
  permission: 'matching',
  logs: 'lists',
  summary: text('Läs vem en lägenhet föreslås för', 'Read whom a flat is proposed to'),
  says: text(
    'Familjerna i kön i den ordning de föreslås, med vad platsen kommer av, och de som inte föreslås med skälet. Med `at`: vem som var först då och varför, räknat om ur det som var registrerat vid tidpunkten och med värdena som gällde. Skyddade familjer syns bara för sina namngivna handläggare.',
    'The families in the queue in the order in which they are proposed, with what each place comes of, and those who are not, with why. With `at`: who was first then and why, worked out anew from what was registered at the moment, by the values in force. Protected families are seen by their named handlers alone.',
  ),
  params: inFile,
  query: z.strictObject({
    at: said(
      aMoment().optional(),
      'En tidpunkt som har varit, RFC 3339 med tidszon; annars nu',
      'A moment that has been, RFC 3339 with an offset; default: now',
    ),
  }),
  answer: { status: 200, says: text('Familjerna', 'The families'), schema: proposedView },
  problems: ['malformed-request', 'not-permitted', 'not-found', 'invalid-data'],
});

export const proposedOperations = [readProposed] as const;
