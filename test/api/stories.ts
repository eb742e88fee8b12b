import { household } from '../support/cast.js';
import type { Caller, Got } from './served.js';

/** A household as the cast has it, with other data in some places. */
export const family = (more: object = {}): object => household(more as Record<string, unknown>);

/** Opens a referral for a new household and gives the number of its file. */
export async function referral(by: Caller, more: object = {}): Promise<string> {
  const got = await by.post('/api/v1/files', { workflow: 'referral', data: { household: family(more) } });
  return idIn(got, 201);
}

/** Opens a flat and gives the number of its file. */
export async function flat(by: Caller, data: object): Promise<string> {
  return idIn(await by.post('/api/v1/files', { workflow: 'dwelling', data }), 201);
}

/** The file's number in an answer that has to be a yes. */
export function idIn(got: Got, status: number): string {
  if (got.status !== status) throw new Error(`${got.status} ${got.text}`);
  return got.body.id as string;
}

/** The states of the processes of a file, as shown. */
export const statesIn = (got: Got): string[] =>
  (got.body.processes as { workflow: string; state: string }[]).map((one) => `${one.workflow} ${one.state}`);

/** A search among the own stock in which no free flat does, whatever flats there are. */
export async function unsuitable(by: Caller): Promise<object[]> {
  const { body } = await by.get('/api/v1/files?workflow=dwelling&state=available&limit=200');
  const files = body.files as { id: string; processes: { number: number }[] }[];
  return files.map(({ id, processes }) => ({
    dwelling: { ref: `${id}/${processes[0]?.number}` },
    reason: 'size',
  }));
}
