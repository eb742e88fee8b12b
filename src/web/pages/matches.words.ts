import type { Misfit, Priority } from '../../domain/matching.js';

type Counted = Readonly<Record<Priority, (n: number, points: number) => string>>;
type Weights = Readonly<Record<Priority, number>>;

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

/** What the two lists of proposals say: families for a flat, and flats for a family. */
export const text = {
  sv: {
    families: {
      title: (flat: string) => `Familjer för ${flat}`,
      lead: (n: number) =>
        n === 0
          ? 'Ingen familj i kön passar lägenheten i dag.'
          : `${many(n, 'familj', 'familjer')} i kön passar lägenheten, den med flest poäng först.`,
      list: 'Familjer som passar lägenheten',
      not: (n: number) => `${many(n, 'familj', 'familjer')} i kön passar inte`,
      notFree: (state: string) => `Lägenheten kan inte erbjudas nu: ${state.toLowerCase()}.`,
    },
    flats: {
      title: (file: string) => `Lägenheter för ärende ${file}`,
      lead: (n: number) =>
        n === 0
          ? 'Ingen ledig lägenhet passar familjen i dag.'
          : `${many(n, 'ledig lägenhet', 'lediga lägenheter')} passar familjen: nära först, sedan den som har stått tom längst.`,
      list: 'Lägenheter som passar familjen',
      not: (n: number) => `${many(n, 'ledig lägenhet', 'lediga lägenheter')} passar inte`,
      notQueued:
        'Familjen står inte i kön just nu, så ingen lägenhet kan föreslås. Ärendet visar var remissen står.',
    },
    proposal: 'Listan är ett förslag. Vem som erbjuds lägenheten avgör du.',
    facts: {
      rooms: 'Rum',
      lift: 'Hiss',
      rent: 'Hyra, kr',
      since: 'Tom sedan',
      days: 'Tomma dagar',
      queue: 'I kö sedan',
      paused: 'Uppehåll till',
    },
    needs: 'Behöver',
    family: 'Familj',
    district: 'Stadsdel',
    since: 'I kö sedan',
    waited: 'Dagar i kö',
    emptySince: 'Tom sedan',
    emptyDays: 'Tomma dagar',
    flat: 'Lägenhet',
    rentHead: 'Hyra, kr',
    points: 'Poäng',
    why: 'Varför',
    offer: 'Erbjud lägenheten',
    offerTo: (family: string, flat: string) => `Erbjud lägenheten ${flat} till ${family}`,
    toFile: 'Till ärendet',
    toFlats: 'Till tavlan',
    rooms: (need: number, has: number) =>
      need === has
        ? `Behöver ${need} rum, och lägenheten har det.`
        : `Behöver ${need} rum; lägenheten har ${has}, alltså ${has - need} mer än behovet.`,
    lift: 'Behöver hiss eller markplan, och det finns.',
    pets: 'Har husdjur, och det får finnas.',
    petsNotKnown: 'Har husdjur. Om det får finnas är inte känt.',
    kept: 'Lägenheten är öronmärkt för familjen.',
    exception: (ground: string) => `Undantag från villkoren: ${ground.toLowerCase()}.`,
    counted: {
      waiting: (n: number, points: number) => `${many(n, 'månad', 'månader')} i kö: ${points} p.`,
      children: (n: number, points: number) =>
        `${many(n, 'barn', 'barn')} bor där man inte kan stanna: ${points} p.`,
      school: (_: number, points: number) => `Nära barnens skola: ${points} p.`,
      ties: (_: number, points: number) => `Där familjen har anknytning: ${points} p.`,
    } satisfies Counted,
    nearby: { school: 'Nära barnens skola.', ties: 'Där familjen har anknytning.' },
    rent: (most: number, has: number) => `Hyran ${has} kr ryms i ${most} kr.`,
    safe: 'Ligger inte där familjen inte kan bo.',
    rests: (day: string, { waiting, children, school, ties }: Weights) =>
      `Poäng enligt prioriteringarna den ${day}: ${waiting} för varje månad i kö, ${children} för varje barn som bor där man inte kan stanna, ${school} nära skolan, ${ties} där familjen har anknytning. Vid lika poäng går den före som har väntat längst.`,
    then: {
      title: 'Vem föreslogs en annan dag?',
      how: 'Räknas ut på nytt av det som var registrerat då, med prioriteringarna som gällde då.',
      at: 'Dag',
      time: 'Klockslag',
      hints: { at: 'ÅÅÅÅ-MM-DD', time: 'TT:MM, tomt för när dagen började' },
      show: 'Visa',
      notDay: 'Skriv en dag som har varit, ÅÅÅÅ-MM-DD.',
      notTime: 'Skriv ett klockslag som har varit, TT:MM.',
      lead: (at: string, time: string, n: number) =>
        `Den ${at} kl. ${time.replace(':', '.') || '00.00'} ${n === 0 ? 'passade ingen familj i kön' : `passade ${many(n, 'familj', 'familjer')} i kön`}.`,
      basis: 'Så stod det då, med det som var registrerat då.',
      notFree: (at: string, time: string) =>
        `Lägenheten kunde inte erbjudas den ${at} kl. ${time.replace(':', '.') || '00.00'}.`,
    },
    needsOf: (rooms: number, lift: boolean, pets: boolean) =>
      `${rooms} rum${lift ? ', hiss eller markplan' : ''}${pets ? ', husdjur' : ''}`,
    until: (day: string) => `till ${day}`,
    misfits: {
      'reserved-for-other': 'Öronmärkt för en annan familj',
      'refused-by-household': 'Familjen har redan tackat nej',
      paused: 'Remissen har uppehåll',
      safety: 'Ligger där familjen inte kan bo',
      size: 'För få rum',
      access: 'Hiss eller markplan saknas, eller är inte känt',
      pets: 'Husdjur får inte finnas',
      rent: 'Hyran är högre än familjen kan betala',
      time: 'Inflyttningen går inte ihop',
    } satisfies Record<Misfit, string>,
    open: 'Erbjud',
  },
  en: {
    families: {
      title: (flat: string) => `Families for ${flat}`,
      lead: (n: number) =>
        n === 0
          ? 'No family in the queue fits the flat today.'
          : `${many(n, 'family', 'families')} in the queue ${n === 1 ? 'fits' : 'fit'} the flat, the one with most points first.`,
      list: 'Families that fit the flat',
      not: (n: number) => `${many(n, 'family', 'families')} in the queue ${n === 1 ? 'does' : 'do'} not fit`,
      notFree: (state: string) => `The flat cannot be offered now: ${state.toLowerCase()}.`,
    },
    flats: {
      title: (file: string) => `Flats for case ${file}`,
      lead: (n: number) =>
        n === 0
          ? 'No free flat fits the family today.'
          : `${many(n, 'free flat', 'free flats')} ${n === 1 ? 'fits' : 'fit'} the family: what is near first, then what has stood empty longest.`,
      list: 'Flats that fit the family',
      not: (n: number) => `${many(n, 'free flat', 'free flats')} ${n === 1 ? 'does' : 'do'} not fit`,
      notQueued:
        'The family does not stand in the queue just now, so no flat can be proposed. The case shows where the referral stands.',
    },
    proposal: 'The list is a proposal. To whom the flat is offered is yours to say.',
    facts: {
      rooms: 'Rooms',
      lift: 'Lift',
      rent: 'Rent, SEK',
      since: 'Empty since',
      days: 'Empty days',
      queue: 'In the queue since',
      paused: 'Paused until',
    },
    needs: 'Needs',
    family: 'Family',
    district: 'District',
    since: 'In the queue since',
    waited: 'Days in the queue',
    emptySince: 'Empty since',
    emptyDays: 'Empty days',
    flat: 'Flat',
    rentHead: 'Rent, SEK',
    points: 'Points',
    why: 'Why',
    offer: 'Offer the flat',
    offerTo: (family: string, flat: string) => `Offer the flat ${flat} to ${family}`,
    toFile: 'To the case',
    toFlats: 'To the board',
    rooms: (need: number, has: number) =>
      need === has
        ? `Needs ${many(need, 'room', 'rooms')}, and the flat has that.`
        : `Needs ${many(need, 'room', 'rooms')}; the flat has ${has}, which is ${has - need} more than needed.`,
    lift: 'Needs a lift or the ground floor, and has it.',
    pets: 'Has a pet, and it may live there.',
    petsNotKnown: 'Has a pet. Whether it may live there is not known.',
    kept: 'The flat is earmarked for the family.',
    exception: (ground: string) => `Exception from the conditions: ${ground.toLowerCase()}.`,
    counted: {
      waiting: (n: number, points: number) => `${many(n, 'month', 'months')} in the queue: ${points} p.`,
      children: (n: number, points: number) =>
        `${many(n, 'child lives', 'children live')} where one cannot stay: ${points} p.`,
      school: (_: number, points: number) => `Near the children’s school: ${points} p.`,
      ties: (_: number, points: number) => `Where the family has ties: ${points} p.`,
    } satisfies Counted,
    nearby: { school: 'Near the children’s school.', ties: 'Where the family has ties.' },
    rent: (most: number, has: number) => `The rent of SEK ${has} is within SEK ${most}.`,
    safe: 'Does not lie where the family cannot live.',
    rests: (day: string, { waiting, children, school, ties }: Weights) =>
      `Points by the priorities on ${day}: ${waiting} for each month in the queue, ${children} for each child who lives where one cannot stay, ${school} near the school, ${ties} where the family has ties. Of equals, the one that has waited longest comes first.`,
    then: {
      title: 'Who was proposed on another day?',
      how: 'Worked out anew from what was registered then, by the priorities in force then.',
      at: 'Day',
      time: 'Time',
      hints: { at: 'YYYY-MM-DD', time: 'HH:MM, empty for when the day began' },
      show: 'Show',
      notDay: 'Write a day that has been, YYYY-MM-DD.',
      notTime: 'Write a time that has been, HH:MM.',
      lead: (at: string, time: string, n: number) =>
        `On ${at} at ${time || '00:00'} ${n === 0 ? 'no family in the queue fitted' : `${many(n, 'family', 'families')} in the queue fitted`}.`,
      basis: 'So it stood then, by what was registered then.',
      notFree: (at: string, time: string) => `The flat could not be offered on ${at} at ${time || '00:00'}.`,
    },
    needsOf: (rooms: number, lift: boolean, pets: boolean) =>
      `${many(rooms, 'room', 'rooms')}${lift ? ', lift or ground floor' : ''}${pets ? ', a pet' : ''}`,
    until: (day: string) => `until ${day}`,
    misfits: {
      'reserved-for-other': 'Earmarked for another family',
      'refused-by-household': 'Refused by the family before',
      paused: 'The referral is paused',
      safety: 'Lies where the family cannot live',
      size: 'Too few rooms',
      access: 'No lift or ground floor, or it is not known',
      pets: 'No pets allowed',
      rent: 'The rent is more than the family can pay',
      time: 'The days of moving in do not meet',
    } satisfies Record<Misfit, string>,
    open: 'Offer',
  },
} as const;
