import type { Fact } from '../../workflows/definition.js';
import type { Taken } from './chart.js';
import type { EventBody, Process } from './model.js';

/** One event on its way to a process or a file: the command itself, a deadline, or what another process sent. */
export interface Delivery {
  readonly file: string;
  /** Null for an event of the file itself. */
  readonly process: number | null;
  /** Set for the opening of a process. `version`: when an opening that has happened is folded again; else the newest. */
  readonly opens?: {
    readonly workflow: string;
    readonly version?: number;
    readonly parent: string | null;
    readonly newFile: boolean;
  };
  readonly type: string;
  readonly timer?: string;
  readonly data: Record<string, unknown>;
  readonly cause: EventBody['cause'];
  /** Null for the first event of a step. */
  readonly step: string | null;
  readonly occurredAt: string;
  /** What only a command's own event carries. */
  readonly command?: Pick<EventBody, 'command' | 'request' | 'proposal' | 'proposed' | 'delegation'>;
}

/** What one delivery did: its event, and for a process what its chart gave. */
export interface Delivered {
  readonly body: EventBody;
  readonly process: Process | null;
  readonly taken: Taken | null;
  /** What an event of the file itself tells the reports. */
  readonly told?: readonly Fact[];
}
