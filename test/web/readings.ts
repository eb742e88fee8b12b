import { randomUUID } from 'node:crypto';
import { aboutNow } from '../../src/access/about-now.js';
import type { Reader } from '../../src/access/access-entry.js';
import { makeReviews } from '../../src/access/review/making.js';
import { noteIncident } from '../../src/engine/incidents.js';
import { household } from '../support/cast.js';
import type { Visitor } from './visitor.js';
import type { WebWorld } from './web-world.js';

/** What no page may show as markup: it is in a colleague's name and in a note. */
export const HOSTILE = `<script>alert('x')</script><b>"fet"</b>`;

/** A JSON request of the API from somebody's page. */
export async function post(visitor: Visitor, path: string, body: object) {
  const key = { 'idempotency-key': randomUUID() };
  const headers = { 'content-type': 'application/json', 'x-husrum-token': await visitor.token(), ...key };
  return visitor.send('POST', `/api/v1${path}`, JSON.stringify(body), headers);
}

/** A new household in Farsta; gives the number of its file. */
export async function newFile(world: WebWorld): Promise<string> {
  const visitor = await world.signedIn('farsta.handlaggare');
  const opened = await post(visitor, '/files', { workflow: 'referral', data: { household: household() } });
  if (opened.status !== 201) throw new Error(opened.text);
  return (JSON.parse(opened.text) as { id: string }).id;
}

/** Somebody reads a file, on a purpose or without any. */
export async function readBy(world: WebWorld, login: string, file: string, purpose?: string): Promise<void> {
  const { engine, directory, accessLog, clock } = world.runtime;
  const person = await directory.person(login, clock.now());
  const there = (await engine.files.read([file])).get(file);
  if (person === null || there == null) throw new Error(`${login} ${file}`);
  const reader: Reader = { person, via: 'token:0', isSession: false, ...(purpose && { purpose }) };
  await accessLog.read(reader, aboutNow(world.runtime, there), 'file');
}

/** Somebody opens a file in an emergency. */
export async function emergencyBy(world: WebWorld, login: string, file: string, note: string): Promise<void> {
  const sent = await post(await world.signedIn(login), `/files/${file}/emergency`, {
    reason: 'danger',
    note,
  });
  if (sent.status >= 300) throw new Error(sent.text);
}

/** Finds what is to be reviewed. */
export async function findReviews({ runtime }: WebWorld): Promise<void> {
  const { pool, engine, directory, clock } = runtime;
  await makeReviews({ pool, vault: engine.ports.vault, registers: directory }, clock.now());
}

/** What the log of readings holds of somebody, the newest first. */
export async function loggedOf(world: WebWorld, login: string): Promise<string[]> {
  const { rows } = await world.owner.query<{ what: string; refused: boolean }>(
    'select what, refused from access_entry where login = $1 order by at desc, stream desc, seq desc',
    [login],
  );
  return rows.map(({ what, refused }) => (refused ? `${what} refused` : what));
}

/** A timer of a file that could not be carried out, and a message that was given up. */
export async function anIncident({ runtime }: WebWorld, file: string): Promise<void> {
  const { pool, clock } = runtime;
  const timer = { subject: 'deadline 1/untouched', code: 'undelivered', message: 'Ärendet är avslutat.' };
  const message = { subject: 'message 1.0', code: 'undelivered-message', message: 'TypeError' };
  for (const one of [timer, message]) await noteIncident(pool, { file, ...one }, clock.now());
}
