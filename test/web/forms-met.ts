import { kindOf, type Met } from './walk.js';
import type { Page, Visitor } from './visitor.js';

/** A form in which something is typed or chosen: the page it stands on, where it is sent, the kind of that address, and its fields. */
export interface FormMet {
  readonly path: string;
  readonly action: string;
  readonly kind: string;
  readonly isPost: boolean;
  /** What stands in it and nobody types: what is hidden, the choice that a list shows first, the button. */
  readonly fixed: Readonly<Record<string, string>>;
  /** The fields that are typed in. */
  readonly typed: readonly string[];
}

/** What ends the session, or throws away what other forms are sent from. */
const ENDS = /^\/(auth|session|choose-role|search)|discard|revoke|\/end/;

type Attributes = Readonly<Record<string, string>>;

const attributesOf = (tag: string): Attributes =>
  Object.fromEntries(
    [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
    ]),
  );

const tagsIn = (html: string, tag: string): Attributes[] =>
  [...html.matchAll(new RegExp(`<${tag}\\b([^>]*)>`, 'g'))].map(([, text = '']) => attributesOf(text));

/** The forms of some pages, one of a kind. */
export function formsOf(met: readonly Met[]): FormMet[] {
  const forms = new Map<string, FormMet>();
  for (const { path, html } of met.filter(({ isStopped }) => !isStopped))
    for (const [, head = '', inner = ''] of html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)) {
      const { action = path, method = 'get' } = attributesOf(head);
      const kind = kindOf(action);
      const isTyped = /<textarea|<select|<input(?![^>]*type="hidden")/.test(inner);
      if (!isTyped || ENDS.test(action) || forms.has(kind)) continue;
      forms.set(kind, { path, action, kind, isPost: method === 'post', ...fieldsIn(inner) });
    }
  return [...forms.values()];
}

function fieldsIn(inner: string): Pick<FormMet, 'fixed' | 'typed'> {
  const inputs = tagsIn(inner, 'input');
  const hidden = inputs.filter(({ type }) => type === 'hidden').map(({ name, value }) => [name, value]);
  const chosen = [...inner.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].map(
    ([, head = '', options = '']) => [attributesOf(head)['name'], tagsIn(options, 'option')[0]?.['value']],
  );
  const buttons = tagsIn(inner, 'button').filter(({ type }) => type === 'submit');
  const button = buttons.find((one) => /btn-(main|stop)/.test(one['class'] ?? '')) ?? buttons[0];
  const typed = inputs.filter(({ type = 'text' }) => !['hidden', 'radio', 'checkbox', 'file'].includes(type));
  const all = [...hidden, ...chosen, [button?.['name'], button?.['value']]];
  return {
    fixed: Object.fromEntries(all.filter(([name]) => name).map(([name, value = '']) => [name, value])),
    typed: [...typed, ...tagsIn(inner, 'textarea')].flatMap(({ name }) => name ?? []),
  };
}

/** Sends a form with the same text in each field that is typed in, and nothing chosen that was not. */
export function sentWith(visitor: Visitor, form: FormMet, text: string): Promise<Page> {
  const fields = { ...form.fixed, ...Object.fromEntries(form.typed.map((name) => [name, text])) };
  if (form.isPost) return visitor.bareForm(form.action, fields);
  return visitor.get(`${form.action.split('?')[0]}?${new URLSearchParams(fields).toString()}`);
}
