import type { VNode } from 'preact';
import { dayOf } from '../../domain/zone.js';
import type { ChainsChecked } from '../../audit/links-check.js';
import { sampleRules } from '../../files/samples.js';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import { Form, Moment, Section } from '../parts.js';
import { auditText as text } from './audit.words.js';
import { CorrectedSince, type CorrectedAfter } from './corrected-since.js';
import { LateByDistrict, type LateLine } from './late-by-district.js';

/** How the chains stand. */
export interface ChainsView {
  readonly checked: ChainsChecked | null;
  readonly checkpoint: { readonly number: number; readonly at: string } | null;
}

/** What the first page of an auditor has. */
export interface AuditDesk {
  readonly chains: ChainsView;
  readonly samples: readonly { readonly id: number; readonly at: string }[];
  readonly twoPersons: string;
  /** Kept reports of which something has been corrected since. */
  readonly corrected: readonly CorrectedAfter[];
  readonly missed: string;
  readonly notHeard: string;
  readonly byDistrict: string;
  /** Overdue follow-ups of each district, the most first. */
  readonly late: readonly LateLine[];
  /** Households with something going on that no term is kept for. */
  readonly unclocked: number;
}

interface Told {
  readonly language: Language;
  readonly token: string;
}

/** How the chains stand, with the button that has them looked at. */
export function ChainsSection({
  language,
  token,
  chains,
  back,
}: Told & { readonly chains: ChainsView; readonly back?: 'status' }): VNode {
  const say = text[language];
  const { checked, checkpoint } = chains;
  const isBroken = checked !== null && checked.broken > 0;
  return (
    <Section id="chains" title={say.chains}>
      <p>
        <span class={`tag is-${checked === null ? 'idle' : isBroken ? 'late' : 'done'}`}>
          {checked === null ? say.unknown : isBroken ? say.isBroken : say.isWhole}
        </span>
      </p>
      <p>
        {checked === null
          ? say.neverChecked
          : isBroken
            ? say.broken(checked.broken)
            : say.intact(figure(checked.events, language), figure(checked.readings, language))}
      </p>
      <p class="meta">
        {checked && (
          <>
            {say.checkedAt} <Moment at={checked.at} language={language} />.{' '}
          </>
        )}
        {say.checkpoint}: {checkpoint === null ? say.none : `${checkpoint.number}, ${dayOf(checkpoint.at)}`}.
      </p>
      <Form to="/audit/chains" token={token} class="acts">
        {back && <input type="hidden" name="back" value={back} />}
        <button class="btn" type="submit">
          {say.check}
        </button>
      </Form>
    </Section>
  );
}

/** The first page of an auditor: chains, a sample, a case, and what to examine. */
export function AuditSections({ language, token, desk }: Told & { readonly desk: AuditDesk }): VNode {
  return (
    <>
      <ChainsSection {...{ language, token, chains: desk.chains }} />
      <SampleSection {...{ language, token, desk }} />
      <CaseSection {...{ language, token }} />
      <CorrectedSince {...{ language, corrected: desk.corrected }} />
      <Lists {...{ language, desk }} />
    </>
  );
}

function SampleSection({ language, token, desk }: Told & { readonly desk: AuditDesk }): VNode {
  const say = text[language];
  return (
    <Section id="sample" title={say.sample}>
      <Form to="/audit/samples" token={token} class="inline-form">
        <div class="field">
          <label for="rule">{say.among}</label>
          <select id="rule" name="rule">
            {sampleRules.map((rule) => (
              <option value={rule}>{say.rules[rule]}</option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="size">{say.size}</label>
          <input id="size" name="size" type="text" inputMode="numeric" value="20" size={4} />
        </div>
        <button class="btn btn-main" type="submit">
          {say.draw}
        </button>
      </Form>
      {desk.samples.length > 0 && (
        <p class="meta">
          {say.samples}:{' '}
          {desk.samples.map(({ id, at }, n) => (
            <>
              {n > 0 && ', '}
              <a href={`/audit/samples/${id}`}>
                {id} ({dayOf(at)})
              </a>
            </>
          ))}
        </p>
      )}
    </Section>
  );
}

function CaseSection({ language, token }: Told): VNode {
  const say = text[language];
  return (
    <Section id="evidence" title={say.file}>
      <Form to="/audit/file" token={token} class="inline-form">
        <div class="field">
          <label for="audit-file">{say.fileLabel}</label>
          <p class="hint" id="audit-file-hint">
            {say.fileHint}
          </p>
          <input
            id="audit-file"
            name="file"
            type="text"
            autocomplete="off"
            size={18}
            aria-describedby="audit-file-hint"
          />
        </div>
        <button class="btn" type="submit">
          {say.show}
        </button>
        <button class="btn" type="submit" name="show" value="readers">
          {say.showReaders}
        </button>
      </Form>
    </Section>
  );
}

function Lists({ language, desk }: { readonly language: Language; readonly desk: AuditDesk }): VNode {
  const say = text[language];
  const lists = [
    { href: desk.twoPersons, label: say.twoPersons },
    { href: desk.missed, label: say.missed },
    { href: desk.byDistrict, label: say.missedByDistrict },
    { href: desk.notHeard, label: say.notHeard },
    { href: '/files?list=unassigned', label: say.unassigned },
  ];
  return (
    <Section id="lists" title={say.lists}>
      <ul class="plain stack">
        {lists.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
      <p>{say.unclocked(desk.unclocked)}</p>
      <LateByDistrict language={language} late={desk.late} />
    </Section>
  );
}
