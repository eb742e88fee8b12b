import type { EventSpec, Field, Reason, Text } from '../../workflows/definition.js';
import { specOf } from '../engine/history/spec-of.js';
import type { EventBody } from '../engine/model.js';
import { metaOf } from '../engine/schema-fields.js';
import type { Registry } from '../engine/registry.js';
import type { Snapshot } from '../register/snapshot.js';
import type { Language } from '../platform/language.js';
import { valueInWords } from './in-words.js';

/** What the sentences are made from. */
export interface Telling {
  readonly registry: Registry;
  readonly registers: Snapshot;
  readonly language: Language;
  /** What a process that is referred to is called; see `Vocabulary`. */
  readonly called?: (ref: string) => string | undefined;
}

/** What an event is said with: its sentence, the fields of its data, and its lists of reasons. */
interface Script {
  readonly told: Text;
  readonly spec?: EventSpec | undefined;
  readonly reasons?: Readonly<Record<string, readonly Reason[]>> | undefined;
}

/** One sentence for the timeline. `data` is the event's own, or the same with personal values read. */
export function tell(
  telling: Telling,
  body: EventBody,
  kind: 'household' | 'dwelling',
  data: object = body.data,
): string {
  const { language } = telling;
  const script = scriptOf(telling, body, kind);
  const sentence = script.told[language].replace(/\{(\w+)\}/g, (_, name: string) =>
    valueInWords(
      { ...telling, reasons: script.reasons },
      fieldOf(script.spec, name),
      (data as Record<string, unknown>)[name],
    ),
  );
  if (body.seals?.ends === true) return kept[language];
  return body.proposal === undefined ? sentence : proposed(sentence, script, language);
}

function scriptOf({ registry }: Telling, body: EventBody, kind: 'household' | 'dwelling'): Script {
  if (body.workflow === undefined || body.version === undefined) {
    return scriptFor(specOf(registry, { kind }, body), registry.kind(kind).reasons, body.type);
  }
  const workflow = registry.pinned(body.workflow, body.version)?.workflow;
  if (body.timer !== undefined) return { told: theDayCame(workflow?.deadlines[body.type]?.label, body.type) };
  const spec = body.type === 'open' ? workflow?.open : workflow?.events[body.type];
  return scriptFor(spec, workflow?.reasons, body.type);
}

const scriptFor = (spec: EventSpec | undefined, reasons: Script['reasons'], type: string): Script => ({
  told: spec?.told ?? { sv: type, en: type },
  spec,
  reasons,
});

const kept: Text = {
  sv: 'Förslaget att spärra en uppgift lades ned.',
  en: 'The proposal to seal an entry was dropped.',
};

const theDayCame = (label: Text | undefined, type: string): Text => ({
  sv: `Dagen kom: ${label?.sv ?? type}.`,
  en: `The day came: ${label?.en ?? type}.`,
});

function proposed(sentence: string, { spec }: Script, language: Language): string {
  const label = spec?.label[language] ?? sentence;
  return language === 'sv'
    ? `Föreslogs, väntar på en andra person: ${label}.`
    : `Proposed, waits for a second person: ${label}.`;
}

function fieldOf(spec: EventSpec | undefined, name: string): Field | undefined {
  const schema = spec?.schema.shape[name];
  return schema === undefined ? undefined : metaOf(schema as Parameters<typeof metaOf>[0]);
}
