/** When something shall end, as sent. */
export interface LastWish {
  readonly last: 'now' | 'today' | 'day' | '';
  readonly day: string;
}
