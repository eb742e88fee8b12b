import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { Choose, Field, Form, Typed, type Choice, type Fault } from '../parts.js';
import { text } from './cover.words.js';

/** A cover as typed: who stands in for whom, from the first day to the last. */
export interface CoverWish {
  readonly substitute: string;
  readonly covered: string;
  readonly first: string;
  readonly last: string;
}

/** A further role as typed. */
export interface PostWish {
  readonly login: string;
  readonly organisation: string;
  readonly role: string;
  readonly from: string;
  readonly to: string;
}

interface FormParts {
  readonly language: Language;
  readonly token: string;
  readonly faults: readonly Fault[];
}

/** A login, helped by the list `people` of the page. */
const Login = (field: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly faults: readonly Fault[];
}): VNode => (
  <Field {...field}>
    {(tied) => (
      <input
        {...tied}
        value={field.value}
        list="people"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
      />
    )}
  </Field>
);

/** Sends a form of which the consequences are shown first. */
const Look = ({ children }: { readonly children: string }): VNode => (
  <p class="acts">
    <button class="btn" type="submit" name="do" value="look">
      {children}
    </button>
  </p>
);

/** The form that registers cover. */
export function CoverForm({
  language,
  token,
  faults,
  cover,
}: FormParts & { readonly cover: CoverWish }): VNode {
  const say = text[language];
  return (
    <Form to="/cover" token={token} class="form">
      <p class="hint">{say.addHint}</p>
      <Login
        id="substitute"
        label={say.substitute}
        hint={say.loginHint}
        value={cover.substitute}
        faults={faults}
      />
      <Login id="covered" label={say.covered} hint={say.loginHint} value={cover.covered} faults={faults} />
      <div class="beside">
        <Typed
          id="first"
          label={say.from}
          hint={say.day}
          value={cover.first}
          faults={faults}
          class="w-date"
        />
        <Typed id="last" label={say.to} hint={say.day} value={cover.last} faults={faults} class="w-date" />
      </div>
      <Look>{say.look}</Look>
    </Form>
  );
}

/** The form that gives a further role. */
export function PostForm({
  language,
  token,
  faults,
  post,
  organisations,
  roles,
}: FormParts & {
  readonly post: PostWish;
  readonly organisations: readonly Choice[];
  readonly roles: readonly Choice[];
}): VNode {
  const say = text[language];
  return (
    <Form to="/cover/roles" token={token} class="form">
      <p class="hint">{say.addHint}</p>
      <Login id="login" label={say.who} hint={say.loginHint} value={post.login} faults={faults} />
      <Choose
        {...{ id: 'organisation', label: say.organisation, none: say.chooseOrganisation, faults }}
        all={organisations}
        value={post.organisation}
      />
      <Choose
        {...{ id: 'role', label: say.role, none: say.chooseRole, faults }}
        all={roles}
        value={post.role}
      />
      <div class="beside">
        <Typed id="from" label={say.from} hint={say.day} value={post.from} faults={faults} class="w-date" />
        <Typed id="to" label={say.to} hint={say.toHint} value={post.to} faults={faults} class="w-date" />
      </div>
      <Look>{say.look}</Look>
    </Form>
  );
}
