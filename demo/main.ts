/** What a loader of the demo years has to know before it reads a line of them. */
export const demo = {
  /** The book's name, as its first line tells it. */
  book: 'demo-2020-2021',
  /** The demo's own today: the day of its last line. */
  today: '2021-12-08',
} as const;
