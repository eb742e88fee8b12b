import type { VNode } from 'preact';
import { media } from '../../../workflows/files/media.js';
import type { Language } from '../../platform/language.js';
import { sizeOf } from '../figures.js';
import { ErrorLine, Choose, Field, Form, Section, type Fault } from '../parts.js';
import type { CaseSummary } from './file/case.js';

/** The form that attaches a paper: what was typed stays when something was wrong; a file has to be chosen again. */
export interface AttachForm {
  /** The name of this one sending: however often it is sent, the step is taken once. */
  readonly key: string;
  readonly sent: Readonly<Record<string, string | undefined>>;
  readonly faults: readonly Fault[];
  /** The most bytes that are taken. */
  readonly most: number;
  /** What may be borne out by it: each no that was said in the case, the latest first. */
  readonly refusals: readonly { readonly process: number; readonly label: string }[];
}

const sv = {
  title: 'Bifoga en handling',
  file: 'Fil',
  fileHint: (most: string) =>
    `PDF, bild, Word, Excel, OpenDocument eller ren text. Högst ${most}. Filens innehåll krypteras.`,
  name: 'Vad det är',
  nameHint: 'Till exempel ”Hyresavtal” eller ”Intyg från skolan”. Lämna tomt för att använda filens namn.',
  description: 'Beskrivning, om det behövs',
  readers: 'Vem får läsa den?',
  own: 'Bara den egna verksamheten',
  ownHint: 'Den lämnas inte vidare när uppgifter om hushållet lämnas ut.',
  shared: 'Alla som får läsa om hushållet',
  sharedHint: 'Också SHIS, när uppgifterna har lämnats ut dit.',
  sharedFlat: 'Alla som får läsa om lägenheten',
  about: 'Styrker den ett nej?',
  aboutHint: 'Handlingen visas då vid nejet i händelseloggen.',
  noRefusal: 'Nej, den hör till ärendet',
  send: 'Bifoga',
};
const en: typeof sv = {
  title: 'Attach a document',
  file: 'File',
  fileHint: (most) =>
    `PDF, picture, Word, Excel, OpenDocument or plain text. At most ${most}. The content is encrypted.`,
  name: 'What it is',
  nameHint: 'Such as “Lease” or “Certificate from the school”. Leave empty to use the name of the file.',
  description: 'Description, if needed',
  readers: 'Who may read it?',
  own: 'Our own organisation alone',
  ownHint: 'It is not handed on when data about the household are disclosed.',
  shared: 'Everyone who may read of the household',
  sharedHint: 'SHIS too, when the data have been disclosed to it.',
  sharedFlat: 'Everyone who may read of the flat',
  about: 'Does it bear out a refusal?',
  aboutHint: 'The document is then shown with the refusal in the log.',
  noRefusal: 'No, it belongs to the case',
  send: 'Attach',
};
const text: Readonly<Record<Language, typeof sv>> = { sv, en };

const ACCEPTED = Object.values(media)
  .map(({ ext }) => `.${ext}`)
  .concat('.jpeg', '.tiff')
  .join(',');

/** The form as a section of its page. */
export function AttachSection({
  form,
  page,
}: {
  readonly form: AttachForm;
  readonly page: CaseSummary;
}): VNode {
  const { key, sent, faults, most } = form;
  const { language, token, view } = page;
  const say = text[language];
  return (
    <Section id="attach" title={say.title}>
      <Form to={`/files/${view.id}/attachments`} token={token} class="form" upload>
        <input type="hidden" name="key" value={key} />
        <Field id="file" label={say.file} hint={say.fileHint(sizeOf(most, language))} faults={faults}>
          {(tied) => <input type="file" accept={ACCEPTED} {...tied} />}
        </Field>
        <Field id="name" label={say.name} hint={say.nameHint} faults={faults}>
          {(tied) => (
            <input type="text" maxLength={200} autocomplete="off" value={sent['name'] ?? ''} {...tied} />
          )}
        </Field>
        {form.refusals.length > 0 && <BearsOut {...{ page, form }} />}
        <Readers {...{ page, sent, faults }} />
        <Field id="description" label={say.description} faults={faults}>
          {(tied) => (
            <textarea rows={3} {...tied}>
              {sent['description'] ?? ''}
            </textarea>
          )}
        </Field>
        <p class="acts">
          <button class="btn" type="submit">
            {say.send}
          </button>
        </p>
      </Form>
    </Section>
  );
}

/** The no that the document bears out, if it does. */
function BearsOut({
  page: { language },
  form: { refusals, sent, faults },
}: {
  readonly page: CaseSummary;
  readonly form: AttachForm;
}): VNode {
  const say = text[language];
  return (
    <Choose
      {...{ id: 'about', label: say.about, hint: say.aboutHint, none: say.noRefusal, faults }}
      all={refusals.map(({ process, label }) => ({ value: String(process), label }))}
      value={sent['about']}
    />
  );
}

function Readers({
  page: { language, view },
  sent,
  faults,
}: { readonly page: CaseSummary } & Pick<AttachForm, 'sent' | 'faults'>): VNode {
  const say = text[language];
  const fault = faults.find(({ id }) => id === 'readers');
  const isFlat = view.kind === 'dwelling';
  const options = [
    { value: 'own', label: say.own, hint: isFlat ? null : say.ownHint },
    { value: 'shared', label: isFlat ? say.sharedFlat : say.shared, hint: isFlat ? null : say.sharedHint },
  ];
  const chosen = sent['readers'] || 'own';
  return (
    <fieldset class={fault ? 'field field-bad' : 'field'} id="readers" tabIndex={-1}>
      <legend>{say.readers}</legend>
      {fault && <ErrorLine says={fault.message} />}
      <div class="opts">
        {options.map(({ value, label, hint }) => (
          <div class="opt">
            <input
              type="radio"
              name="readers"
              id={`readers-${value}`}
              value={value}
              checked={chosen === value}
              aria-describedby={hint === null ? undefined : `readers-${value}-hint`}
            />
            <label for={`readers-${value}`}>{label}</label>
            {hint !== null && (
              <p class="hint" id={`readers-${value}-hint`}>
                {hint}
              </p>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
