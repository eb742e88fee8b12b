import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import type { DeskFlats } from './desk.js';
import { Headed } from './desk-parts.js';
import { columns, words } from './start.words.js';
import type { WorkLine } from './work-line.js';
import { Steps } from './work-parts.js';

interface Flats {
  readonly flats: DeskFlats;
  readonly language: Language;
}

/** The free flats, the longest empty first: size, rent, days, cost, and how many families they would suit. */
export function DeskFlatsSection({ flats, language }: Flats): VNode {
  const say = words[language];
  const heads = columns[language];
  return (
    <Headed id="free" title={say.freeFlats} more={{ href: '/flats', text: say.board(flats.empty) }}>
      {flats.lines.length === 0 && <p class="empty">{say.noneFree}</p>}
      {flats.lines.length > 0 && (
        <table class="cards" role="table">
          <caption class="vh">{say.freeCaption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {heads.map((head, at) => (
                <th scope="col" role="columnheader" class={at >= 2 && at <= 4 ? 'r' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {flats.lines.map((line) => (
              <FlatRow line={line} language={language} />
            ))}
          </tbody>
        </table>
      )}
    </Headed>
  );
}

function FlatRow({
  line,
  language,
}: {
  readonly line: DeskFlats['lines'][number];
  readonly language: Language;
}): VNode {
  const say = words[language];
  const [, size, rent, days, cost, suits] = columns[language];
  const { empty, matches } = line;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={`/files/${line.file}`}>{line.name}</a>
      </th>
      <td role="cell" data-l={size}>
        {say.size(line.rooms, line.area)}
      </td>
      <td role="cell" data-l={rent} class="r">
        {figure(line.rent, language)}
      </td>
      <td role="cell" data-l={days} class="r">
        {line.isLong ? (
          <span class="due is-late">
            <b>{figure(empty?.days ?? null, language)}</b>
          </span>
        ) : (
          figure(empty?.days ?? null, language)
        )}
      </td>
      <td role="cell" data-l={cost} class="r">
        {figure(empty?.cost ?? null, language)}
      </td>
      <td role="cell" data-l={suits}>
        {matches ? (
          <a href={`/flats/${line.file}/families`}>{say.families(matches)}</a>
        ) : (
          <span class="meta">{say.noneSuits}</span>
        )}
      </td>
    </tr>
  );
}

/** The queue: whoever has waited longest, and the sizes that are needed beside those that are free. */
export function Queue({ flats, longest, language }: Flats & { readonly longest: WorkLine | null }): VNode {
  const say = words[language];
  return (
    <Headed id="queue" title={say.queue} more={{ href: '/files?list=queue', text: say.openQueue }}>
      {longest && (
        <dl class="pairs">
          <div>
            <dt>{say.longest}</dt>
            <dd>
              <a href={longest.href}>{longest.title}</a>, {say.days(longest.state.days)}
              <Steps line={longest} />
            </dd>
          </div>
        </dl>
      )}
      <table>
        <caption class="vh">{say.roomsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{say.needs}</th>
            <th scope="col" class="r">
              {say.waiting}
            </th>
            <th scope="col" class="r">
              {say.free}
            </th>
          </tr>
        </thead>
        <tbody>
          {flats.rooms.map(({ rooms, waiting, free }) => (
            <tr>
              <th scope="row">{say.rooms(rooms)}</th>
              <td class="r">{figure(waiting, language)}</td>
              <td class="r">{figure(free, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Headed>
  );
}
