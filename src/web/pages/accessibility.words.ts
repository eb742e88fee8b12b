import type { Text } from '../../../workflows/definition.js';
import { text } from '../../../workflows/files/parts.js';

interface StatementPart {
  readonly id: string;
  readonly title: Text;
  readonly says: readonly Text[];
  readonly list?: readonly Text[];
}

const parts: readonly StatementPart[] = [
  {
    id: 'how',
    title: text('Hur tillgängligt är Husrum?', 'How accessible is Husrum?'),
    says: [
      text(
        'Husrum är byggt för att följa WCAG 2.2 på nivå AA. Det är delvis förenligt med lagen: ingen utomstående har granskat det, och vi vet inte om något som brister utöver det som står här.',
        'Husrum is built to meet WCAG 2.2 at level AA. It is partially compliant: nobody from outside has examined it, and we know of no fault beside what is told here.',
      ),
    ],
  },
  {
    id: 'tested',
    title: text('Vad har vi provat?', 'What have we tried?'),
    says: [text('Vid varje ändring provas sidorna av program:', 'At every change programs try the pages:')],
    list: [
      text(
        'axe-core mot WCAG 2.2 A och AA, i Chromium, i ljust och mörkt',
        'axe-core against WCAG 2.2 A and AA, in Chromium, in light and dark',
      ),
      text('fönster som är 320 bildpunkter breda', 'windows 320 pixels wide'),
      text(
        'arbete med bara tangentbord, och utan JavaScript, på en del av sidorna',
        'work with the keyboard alone, and without JavaScript, on some of the pages',
      ),
    ],
  },
  {
    id: 'not-tested',
    title: text('Vad har vi inte provat?', 'What have we not tried?'),
    says: [
      text(
        'Det här har ännu inte provats, och kan brista utan att vi vet det:',
        'This has not been tried yet, and may fail without our knowing:',
      ),
    ],
    list: [
      text(
        'skärmläsare (NVDA, JAWS, VoiceOver) och punktskriftsskärm',
        'screen readers and braille displays',
      ),
      text('röststyrning och förstoringsprogram', 'speech control and screen magnifiers'),
      text('andra webbläsare än Chromium', 'browsers other than Chromium'),
      text('användare med funktionsnedsättning', 'people with disabilities'),
      text(
        'om PDF-filerna uppfyller PDF/UA; de har taggar, språk och rubriker',
        'whether the PDF files meet PDF/UA; they have tags, language and headings',
      ),
      text(
        'papper som någon har bifogat; de är som de kom',
        'papers that somebody has attached; they are as they came',
      ),
    ],
  },
  {
    id: 'known',
    title: text('Vad brister?', 'What falls short?'),
    says: [],
    list: [
      text(
        'Breda tabeller i rapporterna rullas i sidled i ett smalt fönster (undantag i WCAG 1.4.10 för tabeller).',
        'Wide tables in the reports scroll sideways in a narrow window (an exception in WCAG 1.4.10 for tables).',
      ),
      text(
        'Bilden av ett ärendes väg är stor; samma innehåll står som text under den.',
        'The picture of the way of a case is large; the same stands as text below it.',
      ),
      text(
        'Beskrivningen av gränssnittet för andra system (API) finns delvis bara på engelska.',
        'The description of the interface for other systems (API) is partly in English only.',
      ),
    ],
  },
  {
    id: 'contact',
    title: text('Kan du inte använda något?', 'Is there something that you cannot use?'),
    says: [
      text(
        'Säg till den som förvaltar Husrum hos er, så får du uppgiften på annat sätt. Är du inte nöjd med svaret kan du anmäla det till Myndigheten för digital förvaltning (Digg), som har tillsyn.',
        'Tell whoever manages Husrum where you work, and you get what you need in another way. If you are not content with the answer you can report it to the Agency for Digital Government (Digg), which supervises.',
      ),
    ],
  },
  {
    id: 'when',
    title: text('När skrevs det här?', 'When was this written?'),
    says: [
      text(
        'Redogörelsen skrevs 2026-11-30 efter en egen bedömning.',
        'The statement was written 2026-11-30 after an assessment of our own.',
      ),
    ],
  },
];

/** The accessibility statement. It says what is so: whoever changes what is tested changes it here too. */
export const accessibility = {
  title: text('Tillgänglighets\u00adredogörelse', 'Accessibility statement'),
  lead: text(
    'Om tillgängligheten i Husrum, enligt lagen (2018:1937) om tillgänglighet till digital offentlig service.',
    'On the accessibility of Husrum, by the Swedish act (2018:1937) on the accessibility of digital public service.',
  ),
  report: text('Anmäl till Digg', 'Report to Digg'),
  parts,
} as const;
