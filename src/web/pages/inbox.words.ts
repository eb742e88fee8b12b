import { text } from '../../../workflows/files/parts.js';

/** Words of the inbox. */
export const inboxWords = {
  title: text('Notiser', 'Notices'),
  lead: text(
    'Det som har hänt i ärenden där du är berörd. En notis blir läst när du öppnar ärendet.',
    'What has happened in cases that concern you. A notice becomes read when you open the case.',
  ),
  leadOf: (name: string) =>
    text(
      `Notiserna till ${name}, som du arbetar i stället för. De blir inte lästa av att du öppnar ärendet.`,
      `The notices of ${name}, for whom you stand in. They do not become read by your opening the case.`,
    ),
  filter: text('Vilka notiser', 'Which notices'),
  unread: text('Olästa', 'Unread'),
  all: text('Alla', 'All'),
  settings: text('Ställ in notiser och mejl', 'Set up notices and mail'),
  list: text('Notiser, de senaste först', 'Notices, the newest first'),
  what: text('Vad', 'What'),
  which: text('Ärende', 'Case'),
  when: text('När', 'When'),
  state: text('Läge', 'State'),
  isRead: text('Läst', 'Read'),
  isUnread: text('Oläst', 'Unread'),
  markAll: text('Markera alla som lästa', 'Mark all as read'),
  older: text('Visa äldre', 'Show older'),
  noneUnread: text(
    'Inga olästa notiser. Här står det när en tid har gått ut eller något annat har hänt i ett ärende där du är berörd.',
    'No unread notices. This fills when a term has run out or something else has happened in a case that concerns you.',
  ),
  none: text(
    'Inga notiser. Här står det när en tid har gått ut eller något annat har hänt i ett ärende där du är berörd.',
    'No notices. This fills when a term has run out or something else has happened in a case that concerns you.',
  ),
} as const;
