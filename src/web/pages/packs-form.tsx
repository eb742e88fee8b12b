import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { Choose, Form, Section, type Choice, type Fault } from '../parts.js';
import { text } from './dialogue.words.js';
import { PartyFields, type Party } from './party-fields.js';

/** The form by which the statistics of a period are made and noted as sent. */
export interface PacksForm {
  readonly language: Language;
  readonly token: string;
  readonly packs: readonly Choice[];
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
        <Choose id="pack" label={say.pack} all={packs} value={pack} faults={faults} />
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
