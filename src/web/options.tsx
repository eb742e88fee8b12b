import type { VNode } from 'preact';
import { ErrorLine, type Choice, type Fault } from './parts.js';

/** More than so many stand in two columns. */
const MANY = 8;

/** What is chosen among a few that all stand open: one, or with `many` any number. */
export function Options(field: {
  readonly id: string;
  readonly legend: string;
  readonly hint?: string;
  readonly many?: boolean;
  readonly all: readonly Choice[];
  readonly chosen: readonly string[];
  readonly faults: readonly Fault[];
}): VNode {
  const { id, legend, hint, many, all, chosen, faults } = field;
  const fault = faults.find((one) => one.id === id);
  return (
    <fieldset
      class={fault ? 'field field-bad' : 'field'}
      id={id}
      tabIndex={-1}
      aria-describedby={hint && `${id}-hint`}
    >
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && <ErrorLine says={fault.message} />}
      <div class={all.length > MANY ? 'opts opts-2' : 'opts'}>
        {all.map(({ value, label }) => (
          <div class="opt">
            <input
              type={many ? 'checkbox' : 'radio'}
              name={id}
              id={`${id}-${value}`}
              value={value}
              checked={chosen.includes(value)}
            />
            <label for={`${id}-${value}`}>{label}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
