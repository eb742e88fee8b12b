import type { VNode } from 'preact';
import type { Sample } from '../../files/samples.js';
import type { SecondLine } from '../../files/second-persons.js';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head, Moment } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { auditText as text } from './audit.words.js';

/** What a sample's page is made from. */
export interface SamplePage {
  readonly language: Language;
  readonly sample: Omit<Sample, 'at' | 'login'> & { readonly at: string; readonly by: string };
  readonly lines: readonly { readonly file: string; readonly district: string | null }[];
}

/** A sample: how it was drawn, and its cases with the ways to examine each. */
export function samplePage({ language, sample, lines }: SamplePage): Shown {
  const say = text[language];
  const title = say.sampleTitle(sample.id);
  const main = (
    <>
      <Head title={title} lead={say.sampleLead(sample.files.length, sample.among)} />
      <dl class="pairs">
        <div>
          <dt>{say.among}</dt>
          <dd>{say.rules[sample.rule]}</dd>
        </div>
        <div>
          <dt>{say.seed}</dt>
          <dd>
            <code>{sample.seed}</code>
          </dd>
        </div>
        <div>
          <dt>{say.by}</dt>
          <dd>
            {sample.by}, <Moment at={sample.at} language={language} />
          </dd>
        </div>
      </dl>
      <p class="hint">{say.seedSays}</p>
      {lines.length === 0 ? (
        <p class="empty">{say.empty}</p>
      ) : (
        <CardTable caption={title} heads={[say.case, say.district, say.look]}>
          {lines.map(({ file, district }) => (
            <tr role="row">
              <th scope="row" role="rowheader">
                <a class="num" href={`/files/${file}`}>
                  {file}
                </a>
              </th>
              <Cell l={say.district}>{district ?? '–'}</Cell>
              <Cell l={say.look}>
                <Ways file={file} language={language} />
              </Cell>
            </tr>
          ))}
        </CardTable>
      )}
      {lines.length < sample.files.length && <p class="hint">{say.gone}</p>}
    </>
  );
  return { title, main };
}

function Ways({ file, language }: { readonly file: string; readonly language: Language }): VNode {
  const say = text[language];
  const ways = [
    ['evidence', say.evidence],
    ['as-of', say.asOf],
    ['readers', say.readers],
  ] as const;
  return (
    <>
      {ways.map(([path, label], n) => (
        <>
          {n > 0 && ' · '}
          <a href={`/files/${file}/${path}`} aria-label={`${label}: ${file}`}>
            {label}
          </a>
        </>
      ))}
    </>
  );
}

/** Steps that took two persons. */
export function secondPersonsPage(language: Language, lines: readonly SecondLine[]): Shown {
  const say = text[language];
  const main = (
    <>
      <Head title={say.twoPersons} lead={say.twoLead} />
      {lines.length === 0 ? (
        <p class="empty">{say.twoEmpty}</p>
      ) : (
        <CardTable caption={say.twoPersons} heads={[say.what, say.case, say.when, say.first, say.second]}>
          {lines.map((line) => (
            <tr role="row">
              <th scope="row" role="rowheader">
                {line.told}
              </th>
              <Cell l={say.case}>
                <a class="num" href={`/files/${line.file}`}>
                  {line.file}
                </a>
              </Cell>
              <Cell l={say.when}>
                <Moment at={line.recordedAt} language={language} />
              </Cell>
              <Cell l={say.first}>{line.first}</Cell>
              <Cell l={say.second}>{line.second}</Cell>
            </tr>
          ))}
        </CardTable>
      )}
    </>
  );
  return { title: say.twoPersons, main };
}
