/** One thing wrong in a definition: whose, in which file of its folder (the best guess), and what, with what to do. */
export interface Fault {
  readonly workflow: string;
  readonly file: string;
  readonly sentence: string;
}

/** A file of a workflow's folder by its suffix (`referral.guards.ts` is `guards`); `index` is `index.ts`. */
export type Part =
  | 'index'
  | 'machine'
  | 'context'
  | 'states'
  | 'events'
  | 'guards'
  | 'deadlines'
  | 'updates'
  | 'effects'
  | 'policy'
  | 'reasons'
  | 'documents'
  | 'messages'
  | 'form'
  | 'data';

/** What a rule finds: where, and the sentence. */
export type Found = readonly [part: Part, sentence: string];

/** A rule reads one subject and yields all that it finds wrong. */
export type Rule<S> = (subject: S) => Iterable<Found>;

/** Thrown at start when a definition is wrong. Carries every fault of every definition, and tells them all. */
export class DefinitionError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(
      `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the definitions:\n${told(faults)}`,
    );
    this.name = 'DefinitionError';
  }
}

function told(faults: readonly Fault[]): string {
  return faults.map(({ workflow, file, sentence }) => `  ${workflow} (${file}): ${sentence}`).join('\n');
}

/** Asks every rule. One that cannot go on because the definition is too broken says so, and the others still run. */
export function* ask<S>(subject: S, rules: readonly Rule<S>[]): Generator<Found> {
  for (const rule of rules) {
    try {
      yield* rule(subject);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      yield ['index', `\`${rule.name}\` could not be checked: ${message}`];
    }
  }
}
