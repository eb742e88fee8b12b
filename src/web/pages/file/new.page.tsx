import type { Language } from '../../../platform/language.js';
import { Questions } from '../../forms/question-view.js';
import type { Question } from '../../forms/questions.js';
import type { Sent } from '../../forms/read-form.js';
import type { Shown } from '../../page.js';
import { Form, Head, type Fault } from '../../parts.js';
import { stepWords as words } from './step.words.js';

/** The form that opens a file. */
export interface NewPage {
  readonly language: Language;
  readonly token: string;
  readonly name: string;
  readonly label: string;
  readonly questions: readonly Question[];
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

/** A new case, on one page; what is not known yet can be added later. */
export function newPage({ language, token, name, label, questions, sent, faults }: NewPage): Shown {
  return {
    title: label,
    faults,
    main: (
      <>
        <Head title={label} lead={name === 'referral' ? words.newReferral[language] : undefined} />
        <Form to={`/new/${name}`} token={token} class="form">
          <input type="hidden" name="key" value={sent['key'] ?? ''} />
          <span id="form" tabIndex={-1} />
          <Questions questions={questions} sent={sent} faults={faults} language={language} />
          <p class="acts">
            <button class="btn btn-main" type="submit" name="do" value="take">
              {words[name === 'referral' ? 'saveDraft' : 'save'][language]}
            </button>
            <a href="/">{words.cancel[language]}</a>
          </p>
        </Form>
      </>
    ),
  };
}
