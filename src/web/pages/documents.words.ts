import type { Language } from '../../platform/language.js';

const sv = {
  title: 'Handlingar',
  lead: 'Det som ärendet har gett upphov till: erbjudanden, utlämnade uppgifter, uppföljningar, planer och uppsägningar.',
  empty: 'Inget är skrivet än. Den första handlingen skrivs när remissen skickas till SHIS.',
  paper: 'Handling',
  when: 'Skriven',
  by: 'Av',
  pdf: 'PDF',
  pdfOf: (paper: string, day: string) => `${paper} ${day} som PDF`,
  asPdf: 'Hämta som PDF',
  all: 'Alla handlingar',
  toCase: 'Till ärendet',
  actions: 'Vad du kan göra med handlingen',
  unsent: 'Husrum skickar inga brev. Skriv ut handlingen eller hämta den som PDF, och lämna den själv.',
  now: 'Familjen har skyddade personuppgifter nu. Lämna bara handlingen på det sätt som familjen har godkänt.',
  kept: 'Handlingen skrivs ur sin händelse och blir alltid likadan. Kontrollsumman visar att ingen har ändrat den.',
};
const en: typeof sv = {
  title: 'Documents',
  lead: 'What the case has given rise to: offers, disclosures, follow-ups, plans and notices.',
  empty: 'Nothing is written yet. The first document is written when the referral is sent to SHIS.',
  paper: 'Document',
  when: 'Written',
  by: 'By',
  pdf: 'PDF',
  pdfOf: (paper, day) => `${paper} ${day} as PDF`,
  asPdf: 'Download as PDF',
  all: 'All documents',
  toCase: 'To the case',
  actions: 'What you can do with the document',
  unsent: 'Husrum sends no letters. Print the document or download it as PDF, and hand it over yourself.',
  now: 'The family’s identity is protected now. Hand the document over only in the way that the family has agreed to.',
  kept: 'The document is written from its event and always comes out the same. The checksum shows that nobody has changed it.',
};

/** What the pages of a case's documents say. */
export const text: Readonly<Record<Language, typeof sv>> = { sv, en };
