/** The single keys that do something on a page, for those who have not turned them off. `next`, `before`: rows of a list. */
export const keys = { today: 'i', inbox: 'n', search: 's', next: 'j', before: 'k', help: '?' } as const;
