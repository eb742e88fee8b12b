import type { VNode } from 'preact';
import type { Said } from '../../../files/in-words.js';
import type { CasePage, Member } from './case.js';
import { stepHref } from './file-steps.js';
import { fileWords as words } from './file.words.js';

/** The household with its persons, or the flat, as far as the reader sees it. */
export function CaseRecord({
  page,
  members,
}: {
  readonly page: CasePage;
  readonly members: readonly Member[];
}): VNode {
  const { language, view, record } = page;
  const isFlat = view.kind === 'dwelling';
  const change = view.actions.find(
    ({ type, answer }) =>
      (type === 'updateHousehold' || type === 'updateDwelling') && answer.startsWith('allowed'),
  );
  return (
    <section class="sec" aria-labelledby="record">
      <div class="sec-head">
        <h2 id="record">{words[isFlat ? 'flat' : 'household'][language]}</h2>
        {change && (
          <a class="more" href={stepHref(view.id, change)}>
            {words.change[language]}
          </a>
        )}
      </div>
      {record === null ? (
        <p class="empty">{words.hiddenRecord[language]}</p>
      ) : (
        <>
          {members.length > 0 && <Members members={members} page={page} />}
          <Pairs said={record.said.filter(({ value }) => value !== null)} />
        </>
      )}
    </section>
  );
}

function Members({
  members,
  page: { language },
}: {
  readonly members: readonly Member[];
  readonly page: CasePage;
}): VNode {
  return (
    <table>
      <caption class="vh">{words.persons[language]}</caption>
      <thead>
        <tr>
          <th scope="col">{words.name[language]}</th>
          <th scope="col">{words.role[language]}</th>
          <th scope="col" class="r">
            {words.age[language]}
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ name, adult, age, to, also }) => (
          <tr>
            <th scope="row">
              {name ?? words.noName[language]}
              {also.map((one) => (
                <small class="meta block">{one}</small>
              ))}
            </th>
            <td>
              {words[adult ? 'adult' : 'child'][language]}
              {to !== null && <small class="meta"> {words.formerly[language]}</small>}
            </td>
            <td class="r">{age ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Labels and values in two columns. */
export const Pairs = ({ said }: { readonly said: readonly Said[] }): VNode => (
  <dl class="pairs">
    {said.map(({ label, value, inner }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value ?? <Pairs said={inner} />}</dd>
      </div>
    ))}
  </dl>
);
