import type { Text } from '../../workflows/definition.js';
import { text } from '../../workflows/files/parts.js';

/** Something new, for those who work with Husrum, in plain words. */
export interface News {
  readonly day: string;
  readonly title: Text;
  readonly says: Text;
  /** Where it is found. */
  readonly href?: string;
}

/** What is new, the newest first. A change that people notice adds its lines here. */
export const news: readonly News[] = [
  {
    day: '2026-11-30',
    title: text('Det som inte kan stämma om en person', 'What cannot be so of a person'),
    says: text(
      'En vuxen som står som barn, en födelsedag i framtiden och ett personnummer som inte kan finnas stoppas nu överallt där personer skrivs in, ändras eller rättas. Åldern räknas den dag då det hände.',
      'A grown-up told as a child, a birth to come and a personal number that cannot exist are now stopped wherever persons are entered, changed or corrected. Age is reckoned on the day on which it happened.',
    ),
  },
  {
    day: '2026-11-30',
    title: text('Vidare när ett steg inte går', 'On from a step that is not possible'),
    says: text(
      'Sidan som säger varför ett steg inte går leder till det steg som behövs först. En komplettering börjar med det som redan står i remissen. Den som hämtar eller sparar en rapport väljer själv vad siffrorna ska användas till.',
      'The page that says why a step is not possible leads to the step that is needed first. A supplement begins with what stands in the referral already. Whoever downloads or keeps a report chooses what the figures are for.',
    ),
  },
  {
    day: '2026-11-30',
    title: text('Sidor för systemförvaltaren', 'Pages for the system administrator'),
    says: text(
      'Vikariat, fler roller och organisationer har egna sidor, där du ser vad en ändring innebär innan den registreras. Driftläget visar störningar, kontroller, kedjor och versioner; det som inte gick fram kan du låta försökas igen.',
      'Cover, further roles and organisations have pages of their own, on which you see what a change means before it is registered. How the system runs shows incidents, checks, chains and versions; what did not go through you can have tried again.',
    ),
  },
  {
    day: '2026-11-30',
    title: text('Svar som kom i tid men registreras sent', 'Answers given in time and registered late'),
    says: text(
      'Har svarstiden gått ut kan ett ja eller nej som gavs i tid registreras ändå: skriv dagen då det gavs. Ärendet leder dit. Uppföljningar i boenden med stöd står nu i sin lista.',
      'When the term of an offer has passed, a yes or no that was given in time can still be registered: write the day on which it was given. The case leads there. Follow-ups of homes with support now stand in their list.',
    ),
  },
  {
    day: '2026-11-30',
    title: text('Gallring', 'Culling'),
    says: text(
      'Fem år efter den sista anteckningen lägger en systemförvaltare fram ett hushålls ärende för gallring, och en annan gallrar det. Ingen kan öppna det efteråt.',
      'Five years after the last entry a system administrator puts a household’s case forward for culling, and another culls it. Nobody can open it afterwards.',
    ),
  },
  {
    day: '2026-11-30',
    title: text('Uppehåll, och varför', 'Pauses, and why'),
    says: text(
      'När en familjs remiss har uppehåll står det överst i ärendet: till vilken dag, vem som gjorde uppehållet eller vilket nej det följer av, och hur det slutar. En egen lista samlar dem. Den som bad om att en uppgift spärras kan nu ta tillbaka det, och en kollega kan avslå det.',
      'When a family’s referral is paused the case says so at the top: until which day, who made the pause or which refusal it follows from, and how it ends. A list of their own gathers them. Whoever asked for an entry to be sealed can now take that back, and a colleague can decline it.',
    ),
  },
  {
    day: '2026-11-30',
    title: text('Spärra det som inte får läsas', 'Sealing what must not be read'),
    says: text(
      'Har en anteckning eller handling hamnat i fel ärende kan två personer i verksamheten spärra den från händelseloggen. Innehållet tas bort för gott. Att något skrevs, när och av vem, står kvar.',
      'When a note or document has ended up in the wrong case, two persons of the organisation can seal it from the audit trail. Its content is taken away for good. That something was written, when and by whom, stays.',
    ),
  },
  {
    day: '2026-11-30',
    title: text('Månadsstatistik och tertial med ett tryck', 'Monthly and tertial reports by one press'),
    says: text(
      'Under Sparade rapporter gör du periodens statistik, och antecknar samtidigt vart den skickas. Den nyaste görs också av sig själv. En rapport som den var känd en dag visar nu vad som har ändrats sedan dess, och genom vilken rättelse.',
      'Under Kept reports you make the statistics of a period, and note at once whom they are sent to. The newest are also made by themselves. A report as known on a day now shows what has changed since, and by which correction.',
    ),
    href: '/reports/kept',
  },
  {
    day: '2026-11-30',
    title: text('Underlag för ett nej', 'What bears out a refusal'),
    says: text(
      'När någon har tackat nej eller avböjt kan du bifoga en handling som styrker det. Den visas vid nejet i händelseloggen. Säger SHIS nej till en lägenhet som föreslogs för en familj står det också i familjens ärende. I lägenhetens logg står om skälet kunde förutses av remissen.',
      'When somebody has refused or declined you can attach a document that bears it out. It is shown with the refusal in the audit trail. When SHIS says no to a flat that was proposed for a family, the family’s case tells of it as well. The flat’s log tells whether the reason could be foreseen from the referral.',
    ),
  },
  {
    day: '2026-11-30',
    title: text('Inventering för varje boendeform', 'Forecasts of every housing form'),
    says: text(
      'Inventeringen av behov lämnas in för varje boendeform, och för varje storlek på hushåll om ni vill. Boendeenheten lämnar in sin egen.',
      'The forecast is handed in for each housing form, and for each size of household if you want. The housing unit hands in its own.',
    ),
  },
  {
    day: '2026-11-30',
    title: text('Händelseloggen som PDF', 'The audit trail as PDF'),
    says: text(
      'Ett ärendes händelselogg kan hämtas som PDF, med vad varje händelse flyttade, vad den sade och vem som gjorde den. Handlingarna säger nu också vem de kommer från.',
      'The audit trail of a case can be taken as PDF, with what each event moved, what it said and who did it. The papers now also say whom they come from.',
    ),
  },
  {
    day: '2026-11-30',
    title: text('Färre knapptryck', 'Fewer presses'),
    says: text(
      'I formulär som frågar efter ett skäl är skälen knappar: välj, så är steget registrerat. Det som händer står i formuläret innan du väljer.',
      'In forms that ask for a reason the reasons are buttons: choose, and the step is taken. What happens stands in the form before you choose.',
    ),
  },
  {
    day: '2026-11-30',
    title: text('Notiser och mejl', 'Notices and mail'),
    says: text(
      'När en tid har gått ut eller något har hänt i ett ärende där du är berörd får du en notis. Vill du kan du få ett mejl om att det finns nya. Mejlet innehåller inget om ärenden.',
      'When a term has run out, or something has happened in a case that concerns you, you get a notice. If you want, a mail tells you that there are new ones. It tells nothing of cases.',
    ),
    href: '/inbox',
  },
  {
    day: '2026-11-30',
    title: text('Sidan följer med', 'The page keeps up'),
    says: text(
      'Ändrar någon annan ett ärende som du har framme får du se vem och när. En sida som du inte arbetar i uppdateras av sig själv; där du skriver byts ingenting ut.',
      'When somebody else changes a case that you have before you, you are told who and when. A page that you do not work in is made new by itself; where you type, nothing is replaced.',
    ),
  },
  {
    day: '2026-11-30',
    title: text('Dina dagar i kalendern', 'Your days in the calendar'),
    says: text(
      'Under Inställningar kan du skapa en adress som visar i ditt kalenderprogram vad som ska vara gjort och när.',
      'In Settings you can make an address that shows in your calendar program what is to be done, and when.',
    ),
    href: '/settings#calendar',
  },
  {
    day: '2026-11-30',
    title: text('Arbeta med tangentbordet', 'Work by keyboard'),
    says: text(
      'Enstaka tangenter tar dig till sökrutan, notiserna och nästa rad. Du kan stänga av dem.',
      'Single keys take you to the search field, the notices and the next row. You can turn them off.',
    ),
    href: '/help#keys',
  },
  {
    day: '2026-11-30',
    title: text('Ljust eller mörkt', 'Light or dark'),
    says: text(
      'Längst ned på varje sida väljer du hur Husrum ser ut. Valet finns kvar.',
      'At the bottom of each page you choose how Husrum looks. The choice stays.',
    ),
  },
  {
    day: '2026-11-29',
    title: text('Ärendets papper', 'The papers of a case'),
    says: text(
      'Brev, uppföljningar och planer skrivs av det som har registrerats, och kan läsas på sidan eller sparas som PDF.',
      'Letters, follow-ups and plans are written from what was registered, and can be read on the page or kept as PDF.',
    ),
  },
];
