import type { Day, Instant, OrgKind, Party, ProcessRef } from './basics.js';

export type Fact = { readonly on?: Day } & (
  | {
      readonly kind: 'allocated';
      readonly form: string;
      readonly formKind?: 'trial' | 'training';
      readonly channel: 'agency' | 'facility';
    }
  // an agency flat not yet booked, held for a household of the form; free again, and why
  | { readonly kind: 'reserved'; readonly form: string; readonly channel: 'agency' }
  | { readonly kind: 'released'; readonly form: string; readonly channel: 'agency'; readonly reason: string }
  | {
      readonly kind: 'movedIn' | 'movedOut';
      readonly form: string;
      readonly channel: 'agency' | 'facility';
      readonly outcome?: string;
    }
  // `form` where the fact stands on a flat and a case of that form answered
  | {
      readonly kind: 'refused';
      readonly party: Party;
      readonly stage: string;
      readonly reason: string;
      readonly form?: string;
      /** Whether the reason could have been foreseen from the referral; left out where that cannot be told. */
      readonly foreseen?: boolean;
    }
  | { readonly kind: 'accepted'; readonly party: Party; readonly stage: string; readonly form?: string }
  // a person's choice beside what the match proposed: another family than the first, or an own flat that fits set aside
  | {
      readonly kind: 'chosen';
      readonly what: 'offer' | 'ownStock';
      readonly reason?: string;
      readonly place?: number | null;
      readonly of?: number;
      readonly misfit?: string | null;
      readonly flat?: string;
    }
  // written by the engine whenever a leaf of a process is left; `to` the leaf entered in its place
  | {
      readonly kind: 'step';
      readonly state: string;
      readonly to: string | null;
      readonly began: Instant;
      readonly ended: Instant | null;
      readonly waitsFor: OrgKind | null;
    }
  // kronor for each empty day from `on`; null = not known any more
  | { readonly kind: 'dailyCost'; readonly value: number | null }
  | { readonly kind: 'vacancyBegan' | 'vacancyEnded'; readonly cause: string }
  | { readonly kind: 'limit'; readonly day: Day; readonly exception: boolean }
  | {
      readonly kind: 'followUp';
      readonly due: Day;
      readonly held: Day | null;
      readonly childrenHeard?: boolean;
    }
);

/** What a named chart action means. Returned as data; the engine does it. `must: false` = if the receiver does not take it, go on. */
export type Effect =
  | {
      readonly do: 'start';
      readonly workflow: string;
      readonly data: object;
      readonly in?: 'thisFile' | 'newFile';
    }
  | {
      readonly do: 'send';
      readonly to: 'parent' | { readonly children: string } | ProcessRef;
      readonly type: string;
      readonly data: object;
      readonly must: boolean;
    }
  | { readonly do: 'fact'; readonly fact: Fact }
  | { readonly do: 'notify'; readonly whom: OrgKind; readonly template: string };
