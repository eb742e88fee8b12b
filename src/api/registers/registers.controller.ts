import { Controller, Inject } from '@nestjs/common';
import { dayOf } from '../../domain/zone.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { districtsOn } from '../../register/districts.js';
import { personOn } from '../../register/people.js';
import { Ask, Does, type Asked } from '../asked.js';
import { reply, type Reply } from '../reply.js';
import { ServerState } from '../server-state.js';
import { goalsOn } from './goals.js';
import * as operations from './registers.operations.js';

/** The registers: read by every colleague, written by system administrators. */
@Controller()
export class RegistersController {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  @Does(operations.listOrganisations)
  async organisations(@Ask() { query }: Asked<typeof operations.listOrganisations>): Promise<Reply> {
    const { organisations } = await this.state.running().directory.snapshot();
    const all = [...organisations].map(([code, { kind, name }]) => ({ code, kind, name }));
    return reply({
      organisations: all.filter(({ kind }) => query.kind === undefined || kind === query.kind).sort(byCode),
    });
  }

  @Does(operations.listDistricts)
  async districts(@Ask() { query }: Asked<typeof operations.listDistricts>): Promise<Reply> {
    const snapshot = await this.state.running().directory.snapshot();
    return reply({ districts: districtsOn(snapshot, query.on ?? this.today()) });
  }

  @Does(operations.listPeople)
  async people(@Ask() { query }: Asked<typeof operations.listPeople>): Promise<Reply> {
    const snapshot = await this.state.running().directory.snapshot();
    const today = this.today();
    const people = [...snapshot.people].flatMap(([login, versions]) => {
      const person = personOn(snapshot, login, today);
      if (person?.kind !== query.kind) return [];
      const { organisation, role } = person;
      return { login, name: versions.at(-1)?.name ?? login, organisation, role };
    });
    return reply({ people: people.sort((one, other) => (one.login < other.login ? -1 : 1)) });
  }

  @Does(operations.listGoals)
  async goals(@Ask() { query }: Asked<typeof operations.listGoals>): Promise<Reply> {
    const day = query.on ?? this.today();
    const year = query.year ?? Number(day.slice(0, 4));
    return reply({ goals: await goalsOn(this.state.running().source.manager, year, day) });
  }

  @Does(operations.writeRegister)
  async write(
    @Ask() { params, body, person }: Asked<typeof operations.writeRegister>,
  ): Promise<Reply | Refusal> {
    const { registers, clock } = this.state.running();
    const now = clock.now();
    const entry = { at: body.at ?? now, by: person.login, recordedAt: now };
    const put = await registers.put(params.name, body.data, entry);
    return isRefusal(put) ? put : reply({ changed: put.changed });
  }

  private today(): string {
    return dayOf(this.state.running().clock.now());
  }
}

const byCode = (one: { code: string }, other: { code: string }): number => (one.code < other.code ? -1 : 1);
