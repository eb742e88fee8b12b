import type { EventBody } from '../engine/model.js';

type Kind =
  | 'string'
  | 'number'
  | 'object'
  | 'list'
  | 'text?'
  | 'string?'
  | 'number?'
  | 'list?'
  | 'correction?'
  | 'sealing?';

/** The fields of an event by what they hold; `?`: may be absent, `text?`: may be null. */
const shape: Readonly<Record<keyof EventBody, Kind>> = {
  format: 'number',
  file: 'string',
  seq: 'number',
  process: 'number?',
  workflow: 'string?',
  version: 'number?',
  definition: 'string?',
  opens: 'string?',
  parent: 'string?',
  type: 'string',
  timer: 'string?',
  data: 'object',
  known: 'object',
  occurredAt: 'string',
  recordedAt: 'string',
  importedAt: 'string?',
  by: 'string',
  organisation: 'string',
  orgKind: 'string',
  role: 'string',
  onBehalfOf: 'string?',
  delegation: 'string?',
  cause: 'object',
  step: 'string',
  district: 'text?',
  command: 'string?',
  request: 'string?',
  proposal: 'string?',
  proposed: 'number?',
  caused: 'list?',
  notNeeded: 'list?',
  corrects: 'correction?',
  seals: 'sealing?',
};
const fields = Object.entries(shape) as [keyof EventBody, Kind][];

/** Whether a value has the form of an event, so that it can be folded without surprise. Unknown fields are left to the fold. */
export function isEventBody(value: unknown): value is EventBody {
  if (!isObject(value) || value['format'] !== 1 || !Number.isInteger(value['seq'])) return false;
  return fields.every(([name, kind]) => holds(value[name], kind)) && lists(value);
}

function holds(value: unknown, kind: Kind): boolean {
  if (kind === 'text?') return value === null || typeof value === 'string';
  if (value === undefined) return kind.endsWith('?');
  if (kind === 'correction?') return isCorrection(value);
  if (kind === 'sealing?') return isSealing(value);
  if (kind.startsWith('list')) return Array.isArray(value);
  return kind === 'object' ? isObject(value) : typeof value === kind.replace('?', '');
}

/** That an entry is sealed, or that it is kept after all. */
const isSealing = (value: unknown): boolean =>
  isObject(value) && Number.isInteger(value['of']) && [undefined, true].includes(value['ends'] as undefined);

/** A correction holds events of its own, numbered below it. */
function isCorrection(value: unknown): boolean {
  if (!isObject(value) || typeof value['of'] !== 'string' || !Number.isInteger(value['keeps'])) return false;
  if (!['replaced', 'voided', 'noted'].includes(String(value['how'])) || !Array.isArray(value['then']))
    return false;
  return value['then'].every((one: unknown) => typeof one === 'number' || isTold(one));
}

const isTold = (value: unknown): boolean =>
  isObject(value) &&
  value['corrects'] === undefined &&
  value['seals'] === undefined &&
  isEventBody({ ...value, seq: Math.floor(Number(value['seq'])) });

function lists({ caused = [], notNeeded = [] }: Record<string, unknown>): boolean {
  const ids = caused as readonly unknown[];
  const sends = notNeeded as readonly unknown[];
  return ids.every((id) => typeof id === 'string') && sends.every(isObject);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
