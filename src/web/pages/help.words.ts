import type { Text } from '../../../workflows/definition.js';
import { text } from '../../../workflows/files/parts.js';

/** One question that people have, with its answer in a few sentences. */
export interface HelpPart {
  readonly id: string;
  readonly title: Text;
  readonly says: readonly Text[];
}

/** The questions, in the order of a day's work. Pages link to the one that they raise (`help-for.ts`). */
export const helpParts: readonly HelpPart[] = [
  {
    id: 'today',
    title: text('Vad ska jag göra nu?', 'What shall I do now?'),
    says: [
      text(
        'Sidan I dag visar det mest brådskande först, sedan det som väntar på dig och din organisation. Varje siffra är en länk till det som den räknar.',
        'The page Today shows the most urgent thing first, then what waits for you and your organisation. Every figure is a link to what it counts.',
      ),
    ],
  },
  {
    id: 'lists',
    title: text('Hur hittar jag i listorna?', 'How do I find my way in the lists?'),
    says: [
      text(
        'Listorna står till vänster. Begränsa en lista med filtren; varje filter tas bort med krysset. Adressen till en lista kan sparas som bokmärke.',
        'The lists stand to the left. Narrow a list by its filters; each is removed by its cross. The address of a list can be kept as a bookmark.',
      ),
      text(
        'Ta över ett ärende med knappen i raden. Bocka för flera för att lämna över dem; du ser vad som händer innan du bekräftar, och kan ångra.',
        'Take over a case with the button in its row. Tick several to hand them on; you see what will happen before you confirm, and can undo it.',
      ),
    ],
  },
  {
    id: 'search',
    title: text('Hur söker jag?', 'How do I search?'),
    says: [
      text(
        'Sök på ärendenummer, personnummer, hela namn eller lägenhet. Delar av ord ger inga träffar, eftersom namnen ligger krypterade. Det du söker på sparas inte.',
        'Search by case number, personal number, whole names or flat. Parts of words find nothing, as names are encrypted. What you search for is not kept.',
      ),
    ],
  },
  {
    id: 'case',
    title: text('Varför kan jag inte ta ett steg?', 'Why can I not take a step?'),
    says: [
      text(
        'Ärendets sida visar varje steg. Under de som inte går nu står varför: vad som saknas, vems tur det är eller i vilket läge steget finns.',
        'The page of a case shows every step. Under those that are not possible now stands why: what is missing, whose turn it is, or in which state there is such a step.',
      ),
      text(
        'Ett steg som tar bort något, eller avslutar något i ett annat ärende, visar först vad som händer. Har någon annan ändrat ärendet medan du skrev ser du ändringen bredvid din egen.',
        'A step that takes something away, or ends something in another case, first shows what will happen. If somebody else changed the case while you typed, their change stands beside yours.',
      ),
    ],
  },
  {
    id: 'referral',
    title: text('Hur skriver jag en remiss?', 'How do I write a referral?'),
    says: [
      text(
        'Öppna en ny remiss från I dag. Den sparas som utkast och kan fyllas på tills du skickar den. Innan du skickar ser du om familjen uppfyller villkoren.',
        'Begin a new referral from Today. It is kept as a draft and can be filled on until you submit it. Before you submit you see whether the family meets the conditions.',
      ),
    ],
  },
  {
    id: 'flats',
    title: text('Hur läser jag lägenhetstavlan?', 'How do I read the board of flats?'),
    says: [
      text(
        'Varje hus är en fasad och varje lägenhet ett fönster: tänt där någon bor, mörkt med antalet tomma dagar där ingen bor.',
        'Each house is a façade and each flat a window: lit where somebody lives, dark with its number of empty days where nobody does.',
      ),
    ],
  },
  {
    id: 'five-years',
    title: text('Hur räknas de fem åren?', 'How are the five years counted?'),
    says: [
      text(
        'De fem åren hör till hushållet, inte till lägenheten. En flytt börjar inte om räkningen, tidigare boenden läggs till och uppehåll räknas inte. Gränsen är den sista dag som familjen får bo kvar.',
        'The five years belong to the household, not to the flat. A move does not begin the count anew, earlier stays are added and gaps are not counted. The limit is the last day on which the family may stay.',
      ),
    ],
  },
  {
    id: 'reports',
    title: text('Vad räknar en rapport?', 'What does a report count?'),
    says: [
      text(
        'Under varje rapport står vad som räknas, till och med vilken dag och som det var känt när. Siffrorna går att öppna ned till ärendena. Små tal döljs där de kan peka ut någon.',
        'Under each report stands what is counted, to which day, and as known when. The figures open down to the cases. Small numbers are hidden where they could point somebody out.',
      ),
    ],
  },
  {
    id: 'notices',
    title: text('Vad får jag notiser om?', 'What do I get notices about?'),
    says: [
      text(
        'Om det som händer i ärenden som du handlägger eller är namngiven i, och i ärenden utan handläggare som din organisation arbetar med. Om familjer med skyddade personuppgifter får bara de namngivna handläggarna notiser, och ingen får mejl.',
        'About what happens in cases that you handle or are named in, and in cases without a handler that your organisation works with. About families with protected identity only the named handlers get notices, and nobody gets mail.',
      ),
    ],
  },
  {
    id: 'readings',
    title: text('Varför frågar Husrum varför jag läser?', 'Why does Husrum ask why I read?'),
    says: [
      text(
        'Allt som läses om en familj loggas, och loggen granskas. Den som inte handlägger ärendet anger ett skäl, en gång om dagen. I nöd kan du öppna ett ärende direkt; det granskas alltid efteråt.',
        'Everything that is read of a family is logged, and the log is reviewed. Whoever does not handle a case states a reason, once a day. In an emergency you can open a case at once; that is always reviewed afterwards.',
      ),
    ],
  },
  {
    id: 'session',
    title: text(
      'Vad händer om jag blir utloggad medan jag skriver?',
      'What if I am signed out while typing?',
    ),
    says: [
      text(
        'Du varnas fem minuter innan. Skickar du formuläret för sent sparas det du har skrivit, och visas när du har loggat in igen.',
        'You are warned five minutes before. If you send the form too late, what you typed is kept and shown when you have signed in again.',
      ),
    ],
  },
  {
    id: 'registers',
    title: text(
      'Hur läggs en kollega, en roll eller en stadsdel upp?',
      'How is a colleague, a role or a district entered?',
    ),
    says: [
      text(
        'En systemförvaltare lägger upp kollegor, ändrar roller och registrerar att någon slutar på sidan Användare och roller. Vikarier och en roll till läggs upp på sidan Vikariat och fler roller, och stadsdelar och andra på sidan Organisationer. En ny rad gäller från sin dag, och den förra finns kvar. Andra register skrivs genom API för andra system, med en nyckel från Mitt konto.',
        'A system administrator adds colleagues, changes roles and registers that somebody leaves on the page Users and roles. Cover and a role beside one’s own are entered on the page Cover and further roles, and districts and others on the page Organisations. A new line counts from its day, and the one before is kept. Other registers are written through the API for other systems, with a token from My account.',
      ),
      text(
        'En stadsdel som slås ihop med en annan får en sista dag och en efterträdare. Sidan Slå ihop stadsdelar visar först hur många ärenden som flyttas. De flyttas dagen efter den sista, och därefter kan ingen ny remiss lämnas från den.',
        'A district that is merged into another gets a last day and a successor. The page Merge districts first shows how many cases move. They move on the day after the last, and no new referral can come from it after that.',
      ),
    ],
  },
];

/** Words of the help page. */
export const helpWords = {
  title: text('Hjälp', 'Help'),
  lead: text(
    'Frågor som kommer upp i arbetet, och svaren.',
    'Questions that come up at work, and the answers.',
  ),
  contents: text('Frågor', 'Questions'),
  keys: text('Vilka kortkommandon finns?', 'Which shortcuts are there?'),
  keysSays: text(
    'En tangent räcker, utan Ctrl eller Alt. Ingenting händer medan du skriver i ett fält.',
    'One key is enough, without Ctrl or Alt. Nothing happens while you type in a field.',
  ),
  keysOff: text('Stäng av dem under Inställningar', 'Turn them off in Settings'),
  key: text('Tangent', 'Key'),
  does: text('Vad den gör', 'What it does'),
  deeds: {
    today: text('Går till I dag', 'Goes to Today'),
    inbox: text('Går till notiserna', 'Goes to the notices'),
    search: text('Ställer dig i sökrutan', 'Puts you in the search field'),
    next: text('Nästa rad i listan', 'Next row of the list'),
    before: text('Föregående rad i listan', 'Row before in the list'),
    help: text('Hjälp om sidan du är på', 'Help on the page you are at'),
  },
} as const;
