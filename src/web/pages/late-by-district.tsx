import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import { Scrolled } from '../tables.js';
import { auditText as text } from './audit.words.js';

/** A district with how many of its follow-ups are overdue. */
export interface LateLine {
  readonly code: string;
  readonly name: string;
  readonly late: number;
}

/** Overdue follow-ups of each district, each count the way to the list of them. */
export function LateByDistrict({
  language,
  late,
}: {
  readonly language: Language;
  readonly late: readonly LateLine[];
}): VNode {
  const say = text[language];
  if (late.length === 0) return <p class="empty">{say.noneLate}</p>;
  return (
    <Scrolled label={say.lateByDistrict}>
      <table class="figures few">
        <caption>{say.lateByDistrict}</caption>
        <thead>
          <tr>
            <th scope="col">{say.district}</th>
            <th scope="col" class="r">
              {say.late}
            </th>
          </tr>
        </thead>
        <tbody>
          {late.map((one) => (
            <tr>
              <th scope="row">{one.name}</th>
              <td class="r">
                <a href={`/files?list=follow-ups&late=1&district=${encodeURIComponent(one.code)}`}>
                  {figure(one.late, language)}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
