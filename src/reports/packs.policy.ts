import type { Day } from '../../workflows/definition.js';

/** Days after the end of a month or tertial before its report is made by itself: papers are registered late. Source: policy. */
export const DAYS_UNTIL_MADE: { readonly from: Day; readonly days: number } = {
  from: '2000-01-01',
  days: 10,
};
