import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { words } from './lists.words.js';

/** One way to narrow a list. */
export interface Filter {
  readonly name: 'district' | 'handler' | 'what' | 'turn';
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string | undefined;
}

/** What a list is narrowed to, as a link that takes it away. */
export interface Chip {
  readonly href: string;
  readonly text: string;
}

/** The ways to narrow a list, and those in force as chips that can be removed. Works as an address alone. */
export function ListFilters(page: {
  readonly language: Language;
  readonly list: string;
  readonly filters: readonly Filter[];
  readonly chips: readonly Chip[];
  readonly isLateOnly: boolean;
}): VNode {
  const { language, list, filters, chips } = page;
  const say = words[language];
  return (
    <div class="narrowing">
      <form method="get" action="/files" class="narrow" aria-label={say.filter}>
        <input type="hidden" name="list" value={list} />
        {filters.map(({ name, options, value }) => (
          <span>
            <label for={`by-${name}`}>{say[name]}</label>
            <select id={`by-${name}`} name={name}>
              <option value="">{say.any}</option>
              {options.map((one) => (
                <option value={one.value} selected={one.value === value}>
                  {one.text}
                </option>
              ))}
            </select>
          </span>
        ))}
        <span class="tick">
          <input id="by-late" type="checkbox" name="late" value="1" checked={page.isLateOnly} />
          <label for="by-late">{say.late}</label>
        </span>
        <button class="btn btn-small" type="submit">
          {say.show}
        </button>
      </form>
      {chips.length > 0 && (
        <nav class="chips" aria-label={say.filters}>
          {chips.map(({ href, text }) => (
            <a class="chip chip-on" href={href}>
              <span class="vh">{say.without} </span>
              {text}
            </a>
          ))}
        </nav>
      )}
    </div>
  );
}
