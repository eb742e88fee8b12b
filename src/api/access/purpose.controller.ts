import { Controller, Inject } from '@nestjs/common';
import type { Reader } from '../../access/access-entry.js';
import { alerted } from '../../access/alerts.js';
import { aboutNow } from '../../access/about-now.js';
import { openingInEmergency } from '../../access/emergency.delegation.js';
import type { Opening } from '../../access/emergency.js';
import { emergencyReasons, isOffered, offered, purposes, type Purpose } from '../../access/purposes.js';
import { words } from '../../access/words.js';
import { addDays } from '../../domain/days.js';
import { dayOf, midnight } from '../../domain/zone.js';
import { isRefusal, refuse, type Refusal } from '../../engine/refusals.js';
import type { FileAbout } from '../../engine/ports.js';
import type { Runtime } from '../../runtime.js';
import { Ask, Does, type Asked } from '../asked.js';
import { found, notFound } from '../../files/file-view.js';
import type { Language } from '../language.js';
import { reply, type Reply } from '../reply.js';
import { ServerState } from '../server-state.js';
import * as operations from './purpose.operations.js';

/** Why a file is read: stated by those who see it, and in an emergency by those who do not. */
@Controller()
export class PurposeController {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  @Does(operations.listAccessReasons)
  reasons(@Ask() { language }: Asked<typeof operations.listAccessReasons>): Reply {
    const now = this.state.running().clock.now();
    const told = (list: readonly Purpose[]) => inWords(offered(list, now), language);
    return reply({ purposes: told(purposes), emergency: told(emergencyReasons) });
  }

  @Does(operations.statePurpose)
  async purpose(@Ask() asked: Asked<typeof operations.statePurpose>): Promise<Reply | Refusal> {
    const { params, body, reader } = asked;
    const runtime = this.state.running();
    const { accessLog, clock } = runtime;
    if (!isOffered(purposes, body.reason, clock.now())) return unknown();
    const { file, sight } = await found(runtime, params.file, reader.person);
    if (file === null || sight === null) return notFound(runtime, reader, 'purpose', file);
    const note = body.note === undefined ? undefined : await accessLog.sealNote(file.id, body.note);
    if (note === null) return noNote();
    await accessLog.purpose(reader, aboutNow(runtime, file), body.reason, note);
    return reply({ reason: body.reason, until: midnight(addDays(dayOf(clock.now()), 1)) });
  }

  @Does(operations.openEmergency)
  async open(@Ask() asked: Asked<typeof operations.openEmergency>): Promise<Reply | Refusal> {
    const { params, body, reader } = asked;
    const runtime = this.state.running();
    const { accessLog, engine, clock } = runtime;
    if (!isOffered(emergencyReasons, body.reason, clock.now())) return unknown();
    const { file, sight } = await found(runtime, params.file, reader.person);
    if (sight !== null) return refuse('not-permitted', words.hasAccess);
    const decided = engine.ports.gate.mayDecide(reader.person, openingInEmergency, dayOf(clock.now()));
    if (isRefusal(decided)) return decided;
    if (file?.kind !== 'household') return notFound(runtime, reader, 'emergency', file);
    const note = await accessLog.sealNote(file.id, body.note);
    if (note === null) return noNote();
    const until = await opened(runtime, reader, aboutNow(runtime, file), {
      reason: body.reason,
      note,
      delegation: decided.line,
    });
    return reply({ reason: body.reason, until });
  }

  @Does(operations.endEmergency)
  async end(@Ask() { params, reader }: Asked<typeof operations.endEmergency>): Promise<Reply | Refusal> {
    const runtime = this.state.running();
    const { emergency, clock } = runtime;
    const isOpen = reader.person.emergency?.includes(params.file) ?? false;
    const { file } = isOpen ? await found(runtime, params.file, reader.person) : { file: null };
    if (file === null) return refuse('not-found', words.noneOpen);
    return reply({
      ended: await emergency.end(reader, aboutNow(runtime, file), clock.now()),
    });
  }
}

async function opened(
  { directory, emergency, clock }: Runtime,
  reader: Reader,
  file: FileAbout,
  why: Omit<Opening, 'alerts'>,
): Promise<string> {
  const now = clock.now();
  const alerts = alerted(await directory.snapshot(), file.responsible, reader.person.login, now);
  return emergency.open(reader, file, { ...why, alerts }, now);
}

const inWords = (list: readonly Purpose[], language: Language) =>
  list.map(({ code, label }) => ({ code, label: label[language] }));

const unknown = (): Refusal =>
  refuse('unknown-reason', words.unknownReason, {
    fields: [{ path: 'reason', message: words.unknownReason }],
  });

const noNote = (): Refusal =>
  refuse('invalid-data', words.noNote, { fields: [{ path: 'note', message: words.noNote }] });
