import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Options } from '../options.js';
import { Choose, Form, Head, Typed, type Choice, type Fault } from '../parts.js';
import { Confirm, type Consequences } from './consequences.js';
import { text } from './organisations.words.js';

/** A merger as typed: which districts end, who succeeds them, and from which day. */
export interface MergeWish {
  readonly olds: readonly string[];
  readonly successor: string;
  readonly on: string;
}

/** What the page that merges districts is made from. */
export interface MergePage {
  readonly language: Language;
  readonly token: string;
  /** Districts that may end by a merger. */
  readonly olds: readonly Choice[];
  /** Districts that may succeed them. */
  readonly successors: readonly Choice[];
  readonly wish: MergeWish;
  readonly told: Consequences | null;
  readonly faults: readonly Fault[];
  readonly wasKept: boolean;
}

const PATH = '/organisations/merge';

/** Merges districts: which end, who succeeds them, and what moves; then it is done. */
export function mergePage(page: MergePage): Shown {
  const { language, token, told, wish, faults } = page;
  const say = text[language];
  const main = (
    <>
      {page.wasKept && <p class="notice is-soon">{say.kept}</p>}
      <Head title={say.mergeTitle} lead={told === null ? say.mergeLead : undefined} />
      {told === null ? (
        <MergeForm {...page} />
      ) : (
        <Confirm
          {...{ language, token, told, to: PATH, back: '/organisations', label: say.merge }}
          fields={{ ...wish }}
        />
      )}
    </>
  );
  return { title: say.mergeTitle, main, faults };
}

function MergeForm(page: MergePage): VNode {
  const { language, token, successors, wish, faults } = page;
  const say = text[language];
  return (
    <>
      <p>
        {say.mergeOrder} <a href="/organisations#add">{say.toAdd}</a>
      </p>
      <Form to={PATH} token={token} class="form">
        <Options id="olds" legend={say.olds} many all={page.olds} chosen={wish.olds} faults={faults} />
        <Choose
          {...{ id: 'successor', label: say.new, none: say.chooseNew, faults }}
          all={successors}
          value={wish.successor}
        />
        <Typed id="on" label={say.on} hint={say.onHint} value={wish.on} faults={faults} class="w-date" />
        <p class="acts">
          <button class="btn btn-main" type="submit" name="do" value="look">
            {say.look}
          </button>
          <a class="btn" href="/organisations">
            {say.title}
          </a>
        </p>
      </Form>
    </>
  );
}
