import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import { said } from '../../files/said.js';
import { operation } from '../operation.js';
import { workflowList, workflowView } from './workflow-view.js';

const text = (sv: string, en: string): Text => ({ sv, en });
const named = z.object({
  name: said(z.string().regex(/^[a-z][a-z0-9-]{0,59}$/), 'Flödets namn', 'The name of the workflow'),
});

export const listWorkflows = operation({
  id: 'listWorkflows',
  method: 'GET',
  path: '/api/v1/workflows',
  permission: 'colleague',
  logs: 'nothing',
  summary: text('Lista flödena', 'List the workflows'),
  answer: { status: 200, says: text('Flödena', 'The workflows'), schema: workflowList },
  problems: [],
});

export const readWorkflow = operation({
  id: 'readWorkflow',
  method: 'GET',
  path: '/api/v1/workflows/:name',
  permission: 'colleague',
  logs: 'nothing',
  summary: text('Läs ett flöde', 'Read a workflow'),
  says: text(
    'Lägen, steg med formulär och vem som tar dem, tider med regel, skäl och värden med källa.',
    'States, events with their forms and who takes them, terms with their rule, reasons, and values with their source.',
  ),
  params: named,
  answer: { status: 200, says: text('Flödet', 'The workflow'), schema: workflowView },
  problems: ['not-found'],
});

export const readDiagram = operation({
  id: 'readDiagram',
  method: 'GET',
  path: '/api/v1/workflows/:name/diagram.svg',
  permission: 'colleague',
  logs: 'nothing',
  summary: text('Flödet som bild', 'The workflow as a picture'),
  params: named,
  answer: { status: 200, says: text('Bilden', 'The picture'), media: ['image/svg+xml'] },
  problems: ['not-found'],
});

export const workflowsOperations = [listWorkflows, readWorkflow, readDiagram] as const;
