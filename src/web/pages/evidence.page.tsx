import type { VNode } from 'preact';
import { dayOf } from '../../domain/zone.js';
import type { Purpose } from '../../access/purposes.js';
import type { Proof } from '../../audit/proof.js';
import type { TrailEvent } from '../../files/event-shapes.js';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Options } from '../options.js';
import { Field, Form, Head, Moment, Section } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { evidenceText as text } from './evidence.words.js';

/** What the page of a file's evidence is made from. */
export interface EvidencePage {
  readonly language: Language;
  readonly token: string;
  readonly file: string;
  readonly today: string;
  readonly events: readonly TrailEvent[];
  /** Where older events begin; null when there are none. */
  readonly next: number | null;
  readonly purposes: readonly Purpose[];
  /** What verifying found; null when it was not asked for. */
  readonly checked: {
    readonly ok: boolean;
    readonly events: number;
    readonly faults: readonly { readonly text: string; readonly seq: number | null }[];
  } | null;
  /** The last event that a checkpoint covers, so that it has a proof. */
  readonly proven: number;
  /** Whether no purpose was chosen. */
  readonly fault: boolean;
}

/** A file's chain: verified, exported, and each event with its proof. */
export function evidencePage(page: EvidencePage): Shown {
  const { language, token, file, checked, purposes, fault } = page;
  const say = text[language];
  const faults = fault ? [{ id: 'purpose', message: say.choose }] : [];
  const main = (
    <>
      <Head title={say.title(file)} lead={say.lead} />
      <p class="acts">
        <a href={`/files/${file}`}>{say.case}</a>
        <a href={`/files/${file}/readers`}>{say.readers}</a>
      </p>
      <Section id="verify" title={say.verify}>
        {checked === null ? (
          <p class="hint">{say.verifySays}</p>
        ) : (
          <Checked checked={checked} language={language} />
        )}
        <Form to={`/files/${file}/chain`} token={token} class="acts">
          <button class="btn btn-main" type="submit">
            {say.verify}
          </button>
        </Form>
      </Section>
      <Then page={page} />
      <Section id="export" title={say.export}>
        <p class="hint">{say.exportSays}</p>
        <Form to={`/files/${file}/evidence`} token={token} class="form">
          <Options
            {...{ id: 'purpose', legend: say.purpose, chosen: [], faults }}
            all={purposes.map(({ code, label }) => ({ value: code, label: label[language] }))}
          />
          <p class="acts">
            <button class="btn" type="submit">
              {say.take}
            </button>
          </p>
        </Form>
      </Section>
      <Events page={page} />
    </>
  );
  return { title: say.title(file), main, faults };
}

/** The day on which the case is to be seen as it stood. */
function Then({ page: { language, file, today } }: { readonly page: EvidencePage }): VNode {
  const say = text[language];
  return (
    <Section id="then" title={say.asOf}>
      <form method="get" action={`/files/${file}/as-of`} class="inline-form" noValidate>
        <Field id="at" label={say.at} hint={say.day} faults={[]}>
          {(tied) => (
            <input type="text" size={12} inputMode="numeric" autocomplete="off" value={today} {...tied} />
          )}
        </Field>
        <button class="btn" type="submit">
          {say.showThen}
        </button>
      </form>
    </Section>
  );
}

function Events({ page }: { readonly page: EvidencePage }): VNode {
  const { language, file, events, next } = page;
  const say = text[language];
  return (
    <Section id="events" title={say.events}>
      <CardTable caption={say.events} heads={[say.event, say.what, say.when, say.hash, say.proof]}>
        {events.map((event) => (
          <EventRow event={event} page={page} />
        ))}
      </CardTable>
      {next !== null && (
        <p>
          <a href={`/files/${file}/evidence?before=${next}#events`}>{say.older}</a>
        </p>
      )}
    </Section>
  );
}

function Checked({
  checked,
  language,
}: {
  readonly checked: NonNullable<EvidencePage['checked']>;
  readonly language: Language;
}): VNode {
  const say = text[language];
  const { ok, events, faults } = checked;
  return (
    <div role="status">
      <p>
        <span class={`tag is-${ok ? 'done' : 'late'}`}>
          {ok ? say.allWell(events) : say.wrong(faults.length)}
        </span>
      </p>
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li>
              {fault.seq !== null && `${say.event} ${fault.seq}: `}
              {fault.text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function EventRow({
  event: { seq, told, recordedAt, hash },
  page: { language, file, proven },
}: {
  readonly event: TrailEvent;
  readonly page: EvidencePage;
}): VNode {
  const say = text[language];
  return (
    <tr role="row">
      <th scope="row" role="rowheader" class="num">
        {seq}
      </th>
      <Cell l={say.what}>{told}</Cell>
      <Cell l={say.when}>
        <Moment at={recordedAt} language={language} />
      </Cell>
      <Cell l={say.hash}>
        <code>{hash.slice(0, 12)}…</code>
      </Cell>
      <Cell l={say.proof}>
        {seq <= proven ? (
          <a href={`/files/${file}/proof/${seq}`} aria-label={say.proofOf(seq)}>
            {say.seeProof}
          </a>
        ) : (
          <span class="meta">{say.noProof}</span>
        )}
      </Cell>
    </tr>
  );
}

/** The proof of one event. */
export function proofPage({
  language,
  file,
  proof,
}: {
  readonly language: Language;
  readonly file: string;
  readonly proof: Proof;
}): Shown {
  const say = text[language];
  const said = JSON.parse(proof.checkpoint.canonical) as { number: number; at: string; root: string };
  const rows = [
    [say.leaf, proof.leaf],
    [say.position, say.of(proof.position + 1, proof.chains)],
    [say.root, said.root],
    [say.signature, proof.checkpoint.signature],
    [say.key, proof.checkpoint.key],
  ] as const;
  const main = (
    <>
      <Head title={say.proofTitle(proof.id)} lead={say.proofLead(said.number, dayOf(said.at))} />
      <p class="acts">
        <a href={`/files/${file}`}>{say.case}</a>
      </p>
      <dl class="pairs">
        {rows.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>
              <code class="long">{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      <Section id="whole" title={say.whole}>
        <p class="hint">{say.whose}</p>
        <pre class="long" tabIndex={0} aria-labelledby="whole">
          {JSON.stringify(proof, null, 2)}
        </pre>
      </Section>
    </>
  );
  return { title: say.proofTitle(proof.id), main };
}
