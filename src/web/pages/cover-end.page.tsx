import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { Facts, type Fact } from '../facts.js';
import type { Shown } from '../page.js';
import { Options } from '../options.js';
import { Form, Head, Typed, type Fault } from '../parts.js';
import type { HeldLine } from './cover.page.js';
import { text } from './cover.words.js';
import type { LastWish } from './last-day.js';

/** What the page that ends a cover or a further role is made from. */
export interface EndCoverPage {
  readonly language: Language;
  readonly token: string;
  readonly line: HeldLine;
  readonly wish: LastWish;
  readonly faults: readonly Fault[];
}

/** Asks when a cover or a further role ends. */
export function endCoverPage(page: EndCoverPage): Shown {
  const { language, token, line, wish, faults } = page;
  const say = text[language];
  const all = [
    { value: 'now', label: line.isNow ? say.lasts.now : say.never },
    ...(line.isNow ? [{ value: 'today', label: say.lasts.today }] : []),
    { value: 'day', label: say.lasts.day },
  ];
  const main = (
    <>
      <Head title={say.endTitle} lead={say.endLead} />
      <Told line={line} language={language} />
      <Form to="/cover/end" token={token} class="form">
        <input type="hidden" name="which" value={line.which} />
        <Options id="last" legend={say.last} chosen={[wish.last]} {...{ all, faults }} />
        <Typed
          {...{ id: 'day', label: say.lastDay, hint: say.lastDayHint, faults }}
          value={wish.day}
          class="w-date"
        />
        <p class="acts">
          <button class="btn btn-main" type="submit" name="do" value="end">
            {say.save}
          </button>
          <a class="btn" href="/cover">
            {say.back}
          </a>
        </p>
      </Form>
    </>
  );
  return { title: say.endTitle, main, faults };
}

function Told({ line, language }: Pick<EndCoverPage, 'line' | 'language'>): VNode {
  const say = text[language];
  const { name, covered, posts, from, to } = line;
  const all: readonly (Fact | null)[] = [
    [covered === null ? say.who : say.substitute, name],
    covered === null ? null : [say.covered, covered],
    [say.role, posts.join('; ')],
    [say.from, from],
    [say.to, to ?? say.open],
  ];
  return <Facts all={all} />;
}
