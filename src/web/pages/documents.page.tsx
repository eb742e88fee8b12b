import type { VNode } from 'preact';
import { dayOf } from '../../domain/zone.js';
import type { AttachmentLine } from '../../files/attachment-shapes.js';
import type { DocumentLine, DocumentView } from '../../files/document-shapes.js';
import { documentWords } from '../../files/document-words.js';
import type { Language } from '../../platform/language.js';
import { sizeOf } from '../figures.js';
import type { Shown } from '../page.js';
import { Moment, Section } from '../parts.js';
import { AttachSection, type AttachForm } from './attach-form.js';
import type { CaseSummary } from './file/case.js';
import { CaseHead } from './file/file-head.js';
import { CardTable, Cell } from '../tables.js';
import { text } from './documents.words.js';

/** What the list of a case's documents is made from; `by` is a name. */
export interface DocumentsPage {
  readonly page: CaseSummary;
  readonly lines: readonly DocumentLine[];
  readonly attachments: readonly AttachmentLine[];
  /** Null for those who may attach nothing. */
  readonly form: AttachForm | null;
}

const at = (file: string, document = ''): string =>
  `/files/${file}/documents${document === '' ? '' : `/${document}`}`;

/** Every document of a case, newest first. */
export function documentsPage({ page, lines, attachments, form }: DocumentsPage): Shown {
  const { language } = page;
  const file = page.view.id;
  const say = text[language];
  const main = (
    <>
      <CaseHead page={page} tab="documents" />
      <Section id="written" title={say.written}>
        <p>{say.lead}</p>
        {lines.length === 0 ? (
          <p class="empty">{page.view.kind === 'household' ? say.empty : say.emptyFlat}</p>
        ) : (
          <CardTable caption={say.written} heads={[say.paper, say.when, say.by, say.fetch]}>
            {lines.map((line) => (
              <Line {...{ line, language, file }} />
            ))}
          </CardTable>
        )}
      </Section>
      <Section id="attached" title={say.attached}>
        {attachments.length === 0 ? (
          <p class="empty">{say.noneAttached}</p>
        ) : (
          <CardTable
            caption={say.attached}
            heads={[say.paper, say.kind, say.readers, say.attachedOn, say.by]}
          >
            {attachments.map((line) => (
              <Attached {...{ line, language, file }} />
            ))}
          </CardTable>
        )}
      </Section>
      {form && <AttachSection form={form} page={page} />}
    </>
  );
  return { title: `${say.title} ${file}`, main, faults: form?.faults ?? [] };
}

function Attached({
  line: { attachment, name, description, about, label, bytes, isOwn, occurredAt, by },
  language,
  file,
}: {
  readonly line: AttachmentLine;
  readonly language: Language;
  readonly file: string;
}): VNode {
  const say = text[language];
  return (
    <tr role="row" id={`a-${attachment}`}>
      <th scope="row" role="rowheader">
        {name === null ? say.culled : <a href={`/files/${file}/attachments/${attachment}`}>{name}</a>}
        {description && <p class="meta">{description}</p>}
        {about && (
          <p class="meta">
            {say.about}{' '}
            {about.event === null ? (
              about.label
            ) : (
              <a href={`/files/${file}/events/${about.event}`}>{about.label}</a>
            )}
          </p>
        )}
      </th>
      <Cell l={say.kind}>
        {label}, {sizeOf(bytes, language)}
      </Cell>
      <Cell l={say.readers}>{isOwn ? say.own : say.shared}</Cell>
      <Cell l={say.attachedOn}>
        <Moment at={occurredAt} language={language} />
      </Cell>
      <Cell l={say.by}>{by}</Cell>
    </tr>
  );
}

function Line({
  line: { document, label, occurredAt, by },
  language,
  file,
}: {
  readonly line: DocumentLine;
  readonly language: Language;
  readonly file: string;
}): VNode {
  const say = text[language];
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={at(file, document)}>{label}</a>
      </th>
      <Cell l={say.when}>
        <Moment at={occurredAt} language={language} />
      </Cell>
      <Cell l={say.by}>{by}</Cell>
      <Cell l={say.fetch}>
        <a href={at(file, `${document}.pdf`)} aria-label={say.pdfOf(label, dayOf(occurredAt))}>
          {say.pdf}
        </a>
      </Cell>
    </tr>
  );
}

/** What one document is made from; `isProtectedNow` may have come after it was written. */
export interface DocumentPage {
  readonly view: DocumentView;
  /** In whose name it stands. */
  readonly from: string;
  readonly isProtectedNow: boolean;
}

/** One document as a sheet of paper. What stands around it is not printed. */
export function documentPage({ view, from, isProtectedNow }: DocumentPage): Shown {
  const { language, file, document, label, writtenOn } = view;
  const say = text[language];
  const main = (
    <>
      <nav class="acts" aria-label={say.actions}>
        <a class="btn" href={at(file, `${document}.pdf`)}>
          {say.asPdf}
        </a>
        <a class="btn" href={at(file)}>
          {say.all}
        </a>
        <a class="btn" href={`/files/${file}`}>
          {say.toCase}
        </a>
      </nav>
      <p class="hint letter-around">{say.unsent}</p>
      {isProtectedNow && !view.isProtected && <p class="notice letter-around">{say.now}</p>}
      <Letter {...{ view, from }} />
      <p class="hint letter-around">{say.kept}</p>
    </>
  );
  return { title: `${label} ${writtenOn}`, main };
}

function Letter({ view, from }: Pick<DocumentPage, 'view' | 'from'>): VNode {
  const { language, label, file, family, writtenOn, isProtected, isImported, sha256 } = view;
  const say = documentWords[language];
  return (
    <article class="letter" aria-labelledby="letter-title">
      <p class="meta">
        {say.file} {file} · {say.written} <time dateTime={writtenOn}>{writtenOn}</time>
        <br />
        {say.from} {from}
      </p>
      {family !== null && <p class="letter-to">{family}</p>}
      <h1 id="letter-title">{label}</h1>
      {isProtected && (
        <p>
          <strong>{say.protected}</strong>
        </p>
      )}
      {isImported && <p class="meta">{say.imported}</p>}
      {view.pieces.map((piece) => (
        <Piece {...{ piece }} />
      ))}
      <p class="letter-mark">
        {say.mark} <code>{sha256}</code>
      </p>
    </article>
  );
}

function Piece({ piece }: { readonly piece: DocumentView['pieces'][number] }): VNode {
  if ('heading' in piece) return <h2>{piece.heading}</h2>;
  if ('text' in piece) return <p>{piece.text}</p>;
  return (
    <dl class="letter-rows">
      {piece.rows.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
