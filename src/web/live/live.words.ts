import type { Text } from '../../../workflows/definition.js';
import { text } from '../../../workflows/files/parts.js';

const clock = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone: 'Europe/Stockholm' });

/** Words of what has changed on a page that somebody has open. */
export const liveWords = {
  list: text('Listan har ändrats.', 'The list has changed.'),
  page: text('Sidan har ändrats.', 'The page has changed.'),
  /** `name`: null when it was the system itself. */
  changed: (name: string | null, at: Date, isList: boolean): Text => {
    const [sv, en] = isList
      ? ['Ett ärende här har ändrats', 'A case here was changed']
      : ['Ändrat', 'Changed'];
    const time = clock.format(at);
    return text(
      `${sv} av ${name ?? 'systemet'} kl. ${time.replace(':', '.')}.`,
      `${en} by ${name ?? 'the system'} at ${time}.`,
    );
  },
  show: text('Visa', 'Show'),
  shown: text('Sidan är uppdaterad.', 'The page is up to date.'),
  about: text('Ändringar av andra', 'Changes by others'),
} as const;
