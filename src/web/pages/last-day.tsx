import type { VNode } from 'preact';
import { ErrorLine, type Fault } from '../parts.js';

/** When something shall end, as sent. */
export interface LastWish {
  readonly last: 'now' | 'today' | 'day' | '';
  readonly day: string;
}

/** The choice of when something ends. */
export function Lasts({
  legend,
  all,
  wish,
  faults,
}: {
  readonly legend: string;
  readonly all: readonly { readonly value: string; readonly label: string }[];
  readonly wish: LastWish;
  readonly faults: readonly Fault[];
}): VNode {
  const fault = faults.find(({ id }) => id === 'last');
  return (
    <fieldset class={fault ? 'field field-bad' : 'field'} id="last" tabIndex={-1}>
      <legend>{legend}</legend>
      {fault && <ErrorLine says={fault.message} />}
      <div class="opts">
        {all.map(({ value, label }) => (
          <div class="opt">
            <input
              type="radio"
              name="last"
              id={`last-${value}`}
              value={value}
              checked={wish.last === value}
            />
            <label for={`last-${value}`}>{label}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
