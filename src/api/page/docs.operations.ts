import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import { operation } from '../operation.js';

const text = (sv: string, en: string): Text => ({ sv, en });
const inLanguage = z.object({ lang: z.enum(['sv', 'en']).optional() });
const shown = (media: string) =>
  ({ status: 200, says: text('Innehållet', 'The content'), media: [media] }) as const;

export const readPage = operation({
  id: 'readPage',
  method: 'GET',
  path: '/api',
  permission: 'anyone',
  logs: 'nothing',
  summary: text('Den här sidan', 'This page'),
  query: inLanguage,
  answer: shown('text/html'),
  problems: [],
});
export const readOpenApi = operation({
  id: 'readOpenApi',
  method: 'GET',
  path: '/api/openapi.json',
  permission: 'anyone',
  logs: 'nothing',
  summary: text('Beskrivningen', 'The description'),
  query: inLanguage,
  answer: shown('application/json'),
  problems: [],
});
export const readStyle = operation({
  id: 'readStyle',
  method: 'GET',
  path: '/api/page.css',
  permission: 'anyone',
  logs: 'nothing',
  summary: text('Sidans stil', 'The style of the page'),
  answer: shown('text/css'),
  problems: [],
});
