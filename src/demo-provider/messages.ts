import type { DemoPerson } from './people.js';

/** What the program tells the provider when it starts it. */
export interface Begin {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the program says to the provider: begin, or who may be chosen right now. */
export type ToProvider =
  { readonly begin: Begin } | { readonly people: readonly DemoPerson[]; readonly of: number };

/** What the provider says: where it listens, or that it wants to know who may be chosen. */
export type FromProvider = { readonly issuer: string } | { readonly ask: number };
