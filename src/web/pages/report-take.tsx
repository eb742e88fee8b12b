import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { Choose, Form, type Fault } from '../parts.js';
import type { FoundView } from './report-found.js';
import { text } from './reports.words.js';

/** A report that can be taken along, and for which purposes. */
export interface ToTake {
  readonly language: Language;
  readonly token: string;
  readonly name: string;
  readonly purposes: readonly { readonly code: string; readonly label: string }[];
  /** The one that the reader has told by the way they came; nothing else is chosen for them. */
  readonly purpose: string | undefined;
  readonly faults: readonly Fault[];
  readonly found: FoundView;
}

/** Ways to take a report along, each with its purpose. */
export function Take({ language, token, name, purposes, purpose, faults, found }: ToTake): VNode {
  const say = text[language];
  return (
    <section class="sec no-print" aria-labelledby="take">
      <h2 id="take">{say.take}</h2>
      <Form to={`/reports/${name}/export`} token={token} class="filters">
        {found.parameters.map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        <Choose
          {...{ id: 'purpose', label: say.purpose, none: say.choose, faults, value: purpose }}
          all={purposes.map(({ code, label }) => ({ value: code, label }))}
        />
        {(['xlsx', 'csv', 'pdf', 'kept'] as const).map((format) => (
          <button class="btn" type="submit" name="format" value={format}>
            {format === 'kept' ? say.keep : say[format]}
          </button>
        ))}
        <p class="hint">
          {say.logged} {say.keepHint} <a href="/reports/kept">{say.kept}</a>
        </p>
      </Form>
      <details>
        <summary>{say.copy}</summary>
        <textarea class="copied" readOnly rows={8} aria-label={say.copyLabel} wrap="off">
          {found.copied}
        </textarea>
      </details>
    </section>
  );
}
