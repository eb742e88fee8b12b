import type { VNode } from 'preact';
import type { Text } from '../../../workflows/definition.js';
import { EMERGENCY_MINUTES } from '../../access/access.policy.js';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Options } from '../options.js';
import { Field, Form, Head, type Fault } from '../parts.js';

/** What is asked of somebody before a case is shown to them. */
export interface PurposePage {
  readonly language: Language;
  readonly token: string;
  /** The number of the case; empty when it has yet to be typed (an emergency). */
  readonly file: string;
  /** Where to go on. */
  readonly to: string;
  readonly reasons: readonly { readonly code: string; readonly label: Text }[];
  readonly faults: readonly Fault[];
  readonly sent: Readonly<Record<string, string | undefined>>;
}

const say = {
  sv: {
    title: 'Varför läser du ärendet?',
    lead: (file: string) =>
      `Du handlägger inte ärende ${file}. Välj skälet, så öppnas det. Skälet gäller till midnatt, skrivs i åtkomstloggen och kan granskas.`,
    reason: 'Skäl',
    note: 'Förtydliga om det behövs',
    open: 'Öppna ärendet',
    cancel: 'Avbryt',
    emergency: {
      title: 'Nödöppna ett ärende',
      lead: `För det som inte kan vänta, när du annars inte får se ärendet. Det öppnas för läsning i ${EMERGENCY_MINUTES.value} minuter. Ansvariga chefer får ett larm direkt, och öppnandet granskas alltid.`,
      file: 'Ärendets nummer',
      note: 'Vad har hänt?',
      noteHint: 'Skriv så att den som granskar förstår varför det inte kunde vänta.',
      open: 'Nödöppna ärendet',
    },
  },
  en: {
    title: 'Why do you read the case?',
    lead: (file: string) =>
      `You do not handle case ${file}. Choose the reason and it opens. It counts until midnight, is written in the access log and may be reviewed.`,
    reason: 'Reason',
    note: 'Explain if needed',
    open: 'Open the case',
    cancel: 'Cancel',
    emergency: {
      title: 'Open a case in an emergency',
      lead: `For what cannot wait, when you may not see the case otherwise. It opens for reading, for ${EMERGENCY_MINUTES.value} minutes. The managers in charge are alerted at once, and the opening is always reviewed.`,
      file: 'The number of the case',
      note: 'What has happened?',
      noteHint: 'Write so that the reviewer understands why it could not wait.',
      open: 'Open in an emergency',
    },
  },
} as const;

/** Asks a reader who does not handle a case why they read it. */
export function purposePage(page: PurposePage): Shown {
  const { language, token, file, to, faults, sent } = page;
  const text = say[language];
  return {
    title: text.title,
    faults,
    main: (
      <>
        <Head title={text.title} lead={text.lead(file)} />
        <Form to={`/files/${file}/purpose`} token={token} class="form">
          <input type="hidden" name="to" value={to} />
          <Reasons {...page} />
          <div class="field">
            <label for="note">{text.note}</label>
            <input id="note" name="note" autocomplete="off" value={sent['note'] ?? ''} />
          </div>
          <p class="acts">
            <button class="btn btn-main" type="submit">
              {text.open}
            </button>
            <a href="/">{text.cancel}</a>
          </p>
        </Form>
      </>
    ),
  };
}

/** Asks which case is to be opened in an emergency, and why. */
export function emergencyPage(page: PurposePage): Shown {
  const { language, token, faults, sent } = page;
  const text = say[language].emergency;
  return {
    title: text.title,
    faults,
    main: (
      <>
        <Head title={text.title} lead={text.lead} />
        <Form to="/emergency" token={token} class="form">
          <Field id="file" label={text.file} faults={faults}>
            {(tied) => <input {...tied} autocomplete="off" value={sent['file'] ?? ''} />}
          </Field>
          <Reasons {...page} />
          <Note {...page} />
          <p class="acts">
            <button class="btn btn-stop" type="submit">
              {text.open}
            </button>
            <a href="/">{say[language].cancel}</a>
          </p>
        </Form>
      </>
    ),
  };
}

const Reasons = ({ language, reasons, faults, sent }: PurposePage): VNode => (
  <Options
    {...{ id: 'reason', legend: say[language].reason, faults }}
    all={reasons.map(({ code, label }) => ({ value: code, label: label[language] }))}
    chosen={[sent['reason'] ?? '']}
  />
);

const Note = ({ language, faults, sent }: PurposePage): VNode => {
  const { note, noteHint } = say[language].emergency;
  return (
    <Field id="note" label={note} hint={noteHint} faults={faults}>
      {(tied) => (
        <textarea {...tied} rows={3}>
          {sent['note'] ?? ''}
        </textarea>
      )}
    </Field>
  );
};
