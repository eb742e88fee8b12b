import { dayOf } from '../domain/zone.js';
import type { Person } from '../engine/model.js';
import { historiesOf } from '../engine/history/read-histories.js';
import type { Refusal } from '../engine/refusals.js';
import type { Language } from '../platform/language.js';
import type { Runtime } from '../runtime.js';
import { sightOf } from './sight.js';
import { tell } from './told.js';
import { mayRead } from './trail.js';

/** Names the later event that stands in a correction's way, as far as the person may know of it. */
export async function standingTold(runtime: Runtime, refusal: Refusal, person: Person): Promise<Refusal> {
  const { standing, ...rest } = refusal;
  if (standing === undefined) return refusal;
  const { registry, pool, engine, clock, directory } = runtime;
  const history = (await historiesOf(pool, registry)([standing.file])).get(standing.file);
  const body = history?.entries.find((one) => one.body.seq === standing.seq)?.body;
  const state = history?.state ?? null;
  const sight = state && sightOf(engine.ports, state, person, dayOf(clock.now()));
  const isSeen = body && state && sight && mayRead(registry, { ok: true, person, file: state, sight }, body);
  if (!isSeen) return { ...rest, sentences: [...rest.sentences, elsewhere] };
  const registers = await directory.snapshot();
  const told = (words: Language) => tell({ registry, registers, language: words }, body, state.kind);
  const day = dayOf(body.occurredAt);
  const sentence = {
    sv: `I vägen står, den ${day}: ${told('sv')}`,
    en: `In the way, of ${day}: ${told('en')}`,
  };
  return { ...refusal, sentences: [...rest.sentences, sentence] };
}

const elsewhere = {
  sv: 'Det som står i vägen hände i ett annat ärende.',
  en: 'What stands in the way happened in another file.',
};
