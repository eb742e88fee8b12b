/** A sentence or word in both languages. */
export type Text = Readonly<Record<'sv' | 'en', string>>;
/** A calendar day in Europe/Stockholm, `YYYY-MM-DD`; an instant, RFC 3339 in UTC. Strings, because contexts and events are JSON. */
export type Day = string;
export type Instant = string;
/** A process, in this or another file: `<file id>/<number in the file>`. In a casebook: `{"ref":"d-3"}`. */
export type ProcessRef = { readonly ref: string };
/** What stands in place of a personal value: the SHA-256 (base64url) of its ciphertext, which lies beside the event. */
export type Sealed = { readonly sealed: string };
export type OrgKind =
  'district' | 'housingUnit' | 'shis' | 'agency' | 'company' | 'administration' | 'system';
/** One kind of organisation, or any of several. */
export type OrgKinds = OrgKind | readonly OrgKind[];
/** Who may: a kind of organisation, and a rank in it where it matters. */
export interface Actor {
  readonly org: OrgKind;
  readonly rank?: 'manager';
}
export type Party = 'household' | 'shis' | 'agency' | 'company' | 'district';
