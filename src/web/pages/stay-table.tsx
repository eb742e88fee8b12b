import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { Scrolled } from '../tables.js';
import type { Group } from '../../files/tenancies.js';
import { text } from './five-years.words.js';
import { AxisHead, Bars, type Axis, type Bar } from './time-axis.js';

/** A stay as a row. `name`: of the family, or its file's number where the reader may not know it. */
export interface StayLine {
  readonly file: string;
  readonly name: string;
  readonly flat: string;
  readonly district: string;
  readonly group: Group;
  readonly limit: string;
  /** Time left or over, in words; the last day of an exception where there is one. */
  readonly left: string;
  readonly until: string | null;
  readonly hasPlan: boolean;
  readonly bars: readonly Bar[];
  /** Where the limit is on the axis, in percent. */
  readonly limitAt: number;
}

/** What the table of stays is made from; the rows come in the order of their groups. */
export interface StayRows {
  readonly language: Language;
  readonly axis: Axis;
  readonly lines: readonly StayLine[];
}

const dues: Readonly<Record<Group, string>> = {
  passed: 'due is-late',
  exception: 'due is-hold',
  final: 'due is-late',
  planning: 'due is-soon',
  later: 'due is-ok',
};

/** Stays one under the other on one axis, each with the same in words; a heading before each group. */
export function StayTable({ language, axis, lines }: StayRows): VNode {
  const say = text[language];
  const first = axis.years[0]?.year ?? 0;
  const groups = [...new Set(lines.map(({ group }) => group))];
  return (
    <Scrolled label={say.scroll}>
      <table class="axis-table">
        <caption class="vh">{say.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say.family}</th>
            <th scope="col">{say.flat}</th>
            <th scope="col">{say.district}</th>
            <th scope="col" class="axis-cell">
              <span class="vh">{say.axis(first, first + axis.years.length - 1)}</span>
              <AxisHead axis={axis} />
            </th>
            <th scope="col">{say.limit}</th>
            <th scope="col">{say.heads.left}</th>
            <th scope="col">{say.plan}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody>
            <tr class="group">
              <th scope="rowgroup" colSpan={7}>
                {say.groups[group]}
              </th>
            </tr>
            {lines
              .filter((line) => line.group === group)
              .map((line) => (
                <Row line={line} language={language} />
              ))}
          </tbody>
        ))}
      </table>
    </Scrolled>
  );
}

function Row({ line, language }: { readonly line: StayLine; readonly language: Language }): VNode {
  const say = text[language];
  const { file, name, flat, district, group, limit, left, until, hasPlan } = line;
  return (
    <tr>
      <th scope="row">
        <a href={`/files/${file}`}>{name}</a>
      </th>
      <td>{flat}</td>
      <td>{district}</td>
      <td class="axis-cell">
        <Bars all={line.bars} limit={line.limitAt} />
      </td>
      <td>
        <time dateTime={limit}>{limit}</time>
      </td>
      <td>
        <span class={dues[group]}>
          {until === null ? (
            <b>{left}</b>
          ) : (
            <>
              <b>{say.until}</b> <time dateTime={until}>{until}</time>
            </>
          )}
        </span>
      </td>
      <td>
        {group === 'later' && !hasPlan ? (
          '–'
        ) : (
          <span class={`tag tag-bare ${hasPlan ? 'is-done' : 'is-soon'}`}>
            {hasPlan ? say.written : say.missing}
          </span>
        )}
      </td>
    </tr>
  );
}
