import type { Control, Question } from './questions.js';

/** A coded reason whose answers are the buttons that send the form. */
export type Sending = Question & { readonly control: Extract<Control, { kind: 'choice' }> };

const isSending = (question: Question): question is Sending =>
  question.required && question.control.kind === 'choice' && question.control.coded === true;

/** The question that a form is sent by answering: the one coded reason that it must have. Null where there is none, or several. */
export function sendingOf(questions: readonly Question[]): Sending | null {
  const [one, ...others] = questions.filter(isSending);
  return one === undefined || others.length > 0 ? null : one;
}
