import type { Text } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';

/**
 * What stands in a work list: processes with a term of this name, by the day on which it runs out; or processes in a state,
 * by the day on which they came there (`queued`: by their place in the queue).
 */
export type Task = Asking &
  (
    | {
        readonly workflow: string;
        readonly deadline: string;
        readonly moves?: boolean;
        /** Only what runs out within so many days, or has. */
        readonly within?: number;
      }
    | { readonly workflow: string; readonly state: string; readonly by: 'entered' | 'queued' }
  );

/** The steps that do what a row is there for; whoever may take one finds its form beside the row. */
interface Asking {
  readonly asks?: readonly string[];
}

/** A work list. Lists of files rather than of tasks are `mine`, `unassigned` and `all`. */
export interface WorkList {
  readonly label: Text;
  /** When it fills, for a list that is empty. */
  readonly empty: Text;
  readonly holds: readonly Task[] | 'mine' | 'unassigned' | 'all';
  readonly for: (person: Person) => boolean;
}
