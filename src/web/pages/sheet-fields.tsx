import type { VNode } from 'preact';
import { Field, type Fault } from '../parts.js';

/** The fields of a form that takes a sheet: a file, or rows that are pasted. */
export const SheetFields = ({
  say,
  columns,
  rows,
  faults,
}: {
  readonly say: {
    readonly file: string;
    readonly rows: string;
    readonly rowsHint: string;
    fileHint(columns: string): string;
  };
  /** The columns in their order, in words. */
  readonly columns: string;
  readonly rows: string;
  readonly faults: readonly Fault[];
}): VNode => (
  <>
    <Field id="file" label={say.file} hint={say.fileHint(columns)} faults={faults}>
      {(tied) => <input type="file" accept=".xlsx,.csv,.txt" {...tied} />}
    </Field>
    <Field id="rows" label={say.rows} hint={say.rowsHint} faults={faults}>
      {(tied) => (
        <textarea {...tied} rows={8} spellcheck={false} autocomplete="off">
          {rows}
        </textarea>
      )}
    </Field>
  </>
);

/** The same rows, carried along unseen by the form that takes them once they are checked. */
export const CarriedRows = ({ rows }: { readonly rows: string }): VNode => (
  <textarea name="rows" hidden aria-hidden="true" tabIndex={-1}>
    {rows}
  </textarea>
);
