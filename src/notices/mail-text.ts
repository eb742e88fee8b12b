import type { Language } from '../platform/language.js';

/** The text of a mail: how much is new, and where it is read. Nothing of any case or person, not even a number of one. */
export function mailText(
  count: number,
  language: Language,
  baseUrl: string,
): { readonly subject: string; readonly text: string } {
  const [subject, ...lines] = texts[language](count, baseUrl);
  return { subject: `Husrum: ${subject}`, text: `${lines.join('\n\n')}\n` };
}

const texts: Readonly<Record<Language, (count: number, baseUrl: string) => [string, ...string[]]>> = {
  sv: (count, baseUrl) => [
    count === 1 ? 'en ny notis' : `${count} nya notiser`,
    count === 1
      ? 'Det finns en ny notis till dig i Husrum.'
      : `Det finns ${count} nya notiser till dig i Husrum.`,
    `Läs i Husrum: ${baseUrl}/inbox`,
    `Mejlet innehåller inga uppgifter om ärenden och går inte att svara på. Så här ställer du in dina mejl: ${baseUrl}/settings`,
  ],
  en: (count, baseUrl) => [
    count === 1 ? 'one new notice' : `${count} new notices`,
    count === 1
      ? 'There is one new notice for you in Husrum.'
      : `There are ${count} new notices for you in Husrum.`,
    `Read in Husrum: ${baseUrl}/inbox`,
    `This mail tells nothing of any case and cannot be answered. Set up your mail here: ${baseUrl}/settings`,
  ],
};
