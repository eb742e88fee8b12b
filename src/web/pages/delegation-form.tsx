import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { Choose, Field, Form, Typed, type Choice, type Fault, Submit } from '../parts.js';
import { text } from './delegation.words.js';

/** A line to add, as typed. */
export interface DelegationWish {
  readonly line: string;
  readonly decision: string;
  readonly organisation: string;
  readonly role: string;
  readonly login: string;
  readonly from: string;
  readonly to: string;
}

interface FormParts {
  readonly language: Language;
  readonly token: string;
  readonly wish: DelegationWish;
  readonly faults: readonly Fault[];
  readonly decisions: readonly Choice[];
  readonly roles: readonly Choice[];
  readonly organisations: readonly string[];
}

/** The form that adds a line to an organisation's order of delegation. */
export function DelegationForm({ language, token, ...form }: FormParts): VNode {
  const { wish, faults, decisions, roles, organisations } = form;
  const say = text[language];
  return (
    <Form to="/delegation" token={token} class="form">
      <Choose
        id="decision"
        label={say.decision}
        none={say.choose}
        value={wish.decision}
        all={decisions}
        faults={faults}
      />
      <Typed id="line" label={say.line} hint={say.lineHint} value={wish.line} faults={faults} />
      <Field id="organisation" label={say.organisation} hint={say.organisationHint} faults={faults}>
        {(tied) => <input {...tied} value={wish.organisation} list="organisations" autocomplete="off" />}
      </Field>
      <datalist id="organisations">
        {organisations.map((name) => (
          <option value={name} />
        ))}
      </datalist>
      <Choose
        id="role"
        label={say.role}
        hint={say.roleHint}
        none={say.noRole}
        value={wish.role}
        all={roles}
        faults={faults}
      />
      <Typed id="login" label={say.login} hint={say.loginHint} value={wish.login} faults={faults} />
      <div class="beside">
        <Typed id="from" label={say.from} hint={say.day} value={wish.from} faults={faults} class="w-date" />
        <Typed id="to" label={say.to} hint={say.toDay} value={wish.to} faults={faults} class="w-date" />
      </div>
      <Submit>{say.save}</Submit>
    </Form>
  );
}
