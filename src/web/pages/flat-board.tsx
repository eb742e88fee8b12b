import type { VNode } from 'preact';
import type { FlatState } from '../../files/flats.js';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import { text } from './flats.words.js';

/** A flat as a window. */
export interface Pane {
  readonly file: string;
  readonly number: string;
  readonly state: FlatState;
  readonly label: string;
  /** Empty days; null where somebody lives. */
  readonly days: number | null;
  readonly isLong: boolean;
}

/** A facility as a façade, the highest storey first; a company's flats stand in no order of storeys. */
export interface HouseView {
  readonly code: string;
  readonly isFacility: boolean;
  readonly name: string;
  readonly total: number;
  readonly empty: number;
  readonly cost: number;
  readonly floors: readonly { readonly floor: number | null; readonly panes: readonly Pane[] }[];
}

const looks: Readonly<Record<FlatState, string>> = {
  available: 'pane-free',
  reserved: 'pane-kept',
  let: 'pane-kept',
  turnaround: 'pane-work',
  outOfService: 'pane-out',
  proposed: 'pane-new',
  occupied: 'pane-let',
};

/** Every house as a façade: lit where somebody lives, dark with its number of empty days where nobody does. */
export function Board(board: {
  readonly language: Language;
  readonly houses: readonly HouseView[];
  readonly labels: ReadonlyMap<FlatState, string>;
}): VNode {
  const { language, houses, labels } = board;
  const say = text[language];
  const [own, companies] = [houses.filter((one) => one.isFacility), houses.filter((one) => !one.isFacility)];
  return (
    <section class="stack" aria-labelledby="board">
      <div class="sec-head">
        <h2 id="board">{say.board}</h2>
        <Key language={language} labels={labels} />
      </div>
      <p class="skip-in">
        <a href="#list">{say.skip}</a>
      </p>
      <div class="houses">
        {own.map((house) => (
          <House house={house} language={language} />
        ))}
      </div>
      {companies.length > 0 && (
        <div class="stack">
          <h3>{say.agency}</h3>
          <p class="meta">{say.agencyHint}</p>
          <div class="houses houses-start">
            {companies.map((house) => (
              <House house={house} language={language} />
            ))}
          </div>
        </div>
      )}
    </section>
  );
}

function House({ house, language }: { readonly house: HouseView; readonly language: Language }): VNode {
  const say = text[language];
  const { code, isFacility, name, total, empty, cost, floors } = house;
  const inSight = floors.reduce((sum, { panes }) => sum + panes.length, 0);
  const sum = isFacility
    ? say.houseSum(empty, total, figure(cost, language))
    : say.companySum(inSight, total);
  const Name = isFacility ? 'h3' : 'h4';
  return (
    <section class="house" aria-labelledby={`house-${code}`}>
      <div class="floors">
        {floors.map(({ panes }) => (
          <div class="floor">
            {panes.map((pane) => (
              <Window pane={pane} language={language} />
            ))}
          </div>
        ))}
      </div>
      <Name id={`house-${code}`}>
        {name} <span>{sum}</span>
      </Name>
    </section>
  );
}

const Window = ({ pane, language }: { readonly pane: Pane; readonly language: Language }): VNode => (
  <a
    class={`pane ${looks[pane.state]}${pane.isLong ? ' pane-long' : ''}`}
    href={`/files/${pane.file}`}
    aria-label={text[language].pane(pane.number, pane.label, pane.days)}
  >
    {pane.days !== null && <span>{pane.days}</span>}
  </a>
);

function Key({
  language,
  labels,
}: {
  readonly language: Language;
  readonly labels: ReadonlyMap<FlatState, string>;
}): VNode {
  const say = text[language];
  const one = (look: string, shown: string, what: string) => (
    <li>
      <span class={`pane ${look}`} aria-hidden="true">
        <span>{shown}</span>
      </span>
      {what}
    </li>
  );
  return (
    <ul class="key" aria-label={say.key}>
      {one('pane-let', '', say.let)}
      {one('pane-free', '7', say.freeDays)}
      {one('pane-free pane-long', '41', say.long)}
      {one('pane-kept', '7', labels.get('reserved') ?? '')}
      {one('pane-work', '7', labels.get('turnaround') ?? '')}
      {one('pane-out', '7', labels.get('outOfService') ?? '')}
      {one('pane-new', '', labels.get('proposed') ?? '')}
    </ul>
  );
}
