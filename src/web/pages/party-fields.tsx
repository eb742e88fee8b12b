import type { VNode } from 'preact';
import { ErrorLine, type Fault } from '../parts.js';

/** An organisation that there can be dialogue with. */
export interface Party {
  readonly code: string;
  readonly name: string;
  /** A district board, or a unit that refers like one. */
  readonly isDistrict: boolean;
}

/** Which organisations, each with a box of its own; the many districts stand folded until one is chosen. */
export function PartyFields(fields: {
  readonly parties: readonly Party[];
  readonly chosen: readonly string[];
  readonly legend: string;
  readonly others: string;
  readonly hint?: string;
  readonly faults: readonly Fault[];
}): VNode {
  const { parties, chosen, legend, others, hint } = fields;
  const fault = fields.faults.find(({ id }) => id === 'parties');
  const box = ({ code, name }: Party): VNode => (
    <div class="opt">
      <input
        type="checkbox"
        id={`party-${code}`}
        name={`party.${code}`}
        value="yes"
        checked={chosen.includes(code)}
      />
      <label for={`party-${code}`}>{name}</label>
    </div>
  );
  const districts = parties.filter(({ isDistrict }) => isDistrict);
  return (
    <fieldset
      class={fault ? 'field field-bad' : 'field'}
      id="parties"
      tabIndex={-1}
      aria-describedby={fault && 'parties-fault'}
    >
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      {fault && <ErrorLine id="parties-fault" says={fault.message} />}
      <div class="opts opts-2">{parties.filter(({ isDistrict }) => !isDistrict).map(box)}</div>
      {districts.length > 0 && (
        <details open={districts.some(({ code }) => chosen.includes(code))}>
          <summary>{others}</summary>
          <div class="opts opts-2">{districts.map(box)}</div>
        </details>
      )}
    </fieldset>
  );
}
