import type { VNode } from 'preact';
import type { Emptiness, FlatState } from '../../files/flats.js';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import { Scrolled } from '../tables.js';
import { text } from './flats.words.js';

/** A flat as a row. */
export interface FlatLine {
  readonly file: string;
  readonly process: number;
  readonly name: string;
  readonly state: FlatState;
  readonly label: string;
  readonly rooms: number;
  readonly area: number | null;
  readonly floor: number | null;
  readonly lift: boolean | null;
  readonly rent: number;
  readonly empty: Emptiness | null;
  readonly isLong: boolean;
  readonly outOfService: { readonly reason: string; readonly until: string | null } | null;
  /** Families that it would suit; null when it is not free, or not the reader's to offer. */
  readonly matches: number | null;
}

/** A column that sorts, its link, and how the list is sorted by it now. */
export interface SortHead {
  readonly href: string;
  readonly now: 'ascending' | 'descending' | null;
}
type Sorted = 'name' | 'days' | 'cost' | 'rooms' | 'rent';

/** What the table of flats is made from. `worst`: the most empty days of any. */
export interface FlatTable {
  readonly language: Language;
  readonly lines: readonly FlatLine[];
  readonly heads: Readonly<Record<Sorted, SortHead>>;
  readonly worst: number;
  /** Whether the reader lets flats, and so has something to do next. */
  readonly works: boolean;
}

const tags: Readonly<Record<FlatState, string>> = {
  available: 'is-now',
  reserved: 'is-wait',
  let: 'is-wait',
  turnaround: 'is-idle',
  outOfService: 'is-stop',
  proposed: 'is-now',
  occupied: 'is-done',
};

/** Flats as a dense table that sorts by its heads. */
export function FlatRows({ language, lines, heads, worst, works }: FlatTable): VNode {
  const say = text[language];
  const sorting = (key: Sorted) => (
    <th
      scope="col"

      class={key === 'name' ? undefined : 'r'}
      aria-sort={heads[key].now ?? undefined}
    >
      <a href={heads[key].href}>{say.heads[key]}</a>
    </th>
  );
  const plain = (key: 'state' | 'since' | 'area' | 'floor' | 'next', right = false) => (
    <th scope="col" class={right ? 'r' : undefined}>
      {say.heads[key]}
    </th>
  );
  return (
    <Scrolled label={say.scroll}>
      <table class="flat-list">
        <caption class="vh">{say.caption}</caption>
        <thead>
          <tr>
            {sorting('name')}
            {plain('state')}
            {plain('since')}
            {sorting('days')}
            {sorting('cost')}
            {sorting('rooms')}
            {plain('area', true)}
            {sorting('rent')}
            {plain('floor')}
            {works && plain('next')}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row line={line} language={language} worst={worst} works={works} />
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function Row({
  line,
  language,
  worst,
  works,
}: {
  readonly line: FlatLine;
  readonly language: Language;
  readonly worst: number;
  readonly works: boolean;
}): VNode {
  const say = text[language];
  const { empty } = line;
  const number = (value: number | null) => <td class="r">{figure(value, language)}</td>;
  return (
    <tr>
      <th scope="row">
        <a href={`/files/${line.file}`}>{line.name}</a>
      </th>
      <td>
        <State line={line} language={language} />
      </td>
      <td>{empty === null ? '–' : <time dateTime={empty.since}>{empty.since}</time>}</td>
      <td class="r bar-cell">
        <Days line={line} worst={worst} />
      </td>
      {number(empty?.cost ?? null)}
      {number(line.rooms)}
      {number(line.area)}
      {number(line.rent)}
      <td>{say.floor(line.floor, line.lift)}</td>
      {works && (
        <td class="nowrap">
          <Next line={line} language={language} />
        </td>
      )}
    </tr>
  );
}

function State({ line, language }: { readonly line: FlatLine; readonly language: Language }): VNode {
  const { outOfService: out } = line;
  return (
    <>
      <span class={`tag tag-bare ${tags[line.state]}`}>{line.label}</span>
      {out && (
        <small class="meta block">
          {out.reason}
          {out.until && (
            <>
              , {text[language].until} <time dateTime={out.until}>{out.until}</time>
            </>
          )}
        </small>
      )}
    </>
  );
}

function Days({ line, worst }: { readonly line: FlatLine; readonly worst: number }): VNode {
  const { empty, isLong } = line;
  if (empty === null) return <>–</>;
  return (
    <>
      {isLong ? (
        <span class="due is-late">
          <b>{empty.days}</b>
        </span>
      ) : (
        empty.days
      )}
      <svg aria-hidden="true">
        <rect class="bar-bed" width="100%" height="10" />
        <rect
          class={isLong ? 'bar bar-late' : 'bar'}
          width={`${Math.round((100 * empty.days) / worst)}%`}
          height="10"
        />
      </svg>
    </>
  );
}

function Next({ line, language }: { readonly line: FlatLine; readonly language: Language }): VNode {
  const say = text[language];
  const { file, process, state, matches } = line;
  if (state === 'turnaround') return <a href={`/files/${file}/steps/${process}.ready`}>{say.ready}</a>;
  if (state === 'proposed') return <a href={`/files/${file}`}>{say.answer}</a>;
  if (matches === null) return <>–</>;
  return matches === 0 ? (
    <span class="meta">{say.nobody}</span>
  ) : (
    <a href={`/flats/${file}/families`}>{say.offer(matches)}</a>
  );
}
