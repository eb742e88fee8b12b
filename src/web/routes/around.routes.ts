import { page } from '../page.js';
import { accessibilityPage } from '../pages/accessibility.page.js';
import { helpPage, newsPage } from '../pages/help.page.js';

const help = page(
  { id: 'help', method: 'GET', path: '/help', permission: 'anyone', audit: [] },
  ({ language }) => helpPage(language),
);

const whatIsNew = page(
  { id: 'news', method: 'GET', path: '/news', permission: 'anyone', audit: [] },
  ({ language }) => newsPage(language),
);

const accessibility = page(
  { id: 'accessibility', method: 'GET', path: '/accessibility', permission: 'anyone', audit: [] },
  ({ language }) => accessibilityPage(language),
);

/** What is for everybody: help, what is new, and how accessible it is. Nothing of anybody stands on them. */
export const aroundPages = [help, whatIsNew, accessibility];
