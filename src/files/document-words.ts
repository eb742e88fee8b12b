import type { Language } from '../platform/language.js';

const sv = {
  file: 'Ärende',
  written: 'Datum',
  from: 'Från',
  protected:
    'Familjen har skyddade personuppgifter. Inget skickas av sig självt: en namngiven handläggare lämnar det på det sätt som familjen har godkänt.',
  imported: 'Uppgifterna kom med en import. Inget har skickats härifrån.',
  page: (now: number, of: number) => `Sida ${now} av ${of}`,
  mark: 'Kontrollsumma (SHA-256)',
};
const en: typeof sv = {
  file: 'Case',
  written: 'Date',
  from: 'From',
  protected:
    'The family’s identity is protected. Nothing is sent by itself: a named handler hands it over in the way that the family has agreed to.',
  imported: 'The data came with an import. Nothing has been sent from here.',
  page: (now, of) => `Page ${now} of ${of}`,
  mark: 'Checksum (SHA-256)',
};

/** What every paper says beside what its workflow writes. */
export const documentWords: Readonly<Record<Language, typeof sv>> = { sv, en };
