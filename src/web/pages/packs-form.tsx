import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { Field, Form, Section, type Fault } from '../parts.js';
import { text } from './dialogue.words.js';
import { PartyFields, type Party } from './party-fields.js';

/** The form by which the statistics of a period are made and noted as sent. */
export interface PacksForm {
  readonly language: Language;
  readonly token: string;
  readonly packs: readonly { readonly value: string; readonly label: string }[];
  readonly pack: string;
  /** Whom it may be sent to; empty for those who do not write the dialogue log. */
  readonly parties: readonly Party[];
  readonly chosen: readonly string[];
  readonly faults: readonly Fault[];
}

/** Which period, and two ways on: made, or made and noted as sent. */
export function MakePacks({ language, token, packs, pack, parties, chosen, faults }: PacksForm): VNode {
  const say = text[language];
  return (
    <Section id="packs" title={say.packs}>
      <p>{say.packsLead}</p>
      <Form to="/reports/packs" token={token} class="form">
        <Field id="pack" label={say.pack} faults={faults}>
          {(tied) => (
            <select {...tied}>
              {packs.map(({ value, label }) => (
                <option value={value} selected={value === pack}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        {parties.length > 0 && (
          <PartyFields
            {...{ parties, chosen, faults, legend: say.sentTo, others: say.others, hint: say.sentToHint }}
          />
        )}
        <p class="acts">
          <button class="btn btn-main" type="submit" name="do" value="make">
            {say.make}
          </button>
          {parties.length > 0 && (
            <button class="btn" type="submit" name="do" value="send">
              {say.makeAndSend}
            </button>
          )}
        </p>
      </Form>
    </Section>
  );
}
