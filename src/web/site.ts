import type { SignIns } from '../access/sign-ins.js';
import type { Runtime } from '../runtime.js';

/** What the pages run on. It fills up while a server that listens already is starting. */
export interface Site {
  readonly state: {
    readonly runtime: Runtime | null;
    readonly phase: 'starting' | 'loading' | 'serving' | 'stopping';
    readonly loaded: number;
  };
  /** Null while there is no provider to sign in at. */
  signIns: SignIns | null;
}
