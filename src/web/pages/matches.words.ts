import type { Misfit } from '../../files/matching.js';

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

/** What the two lists of proposals say: families for a flat, and flats for a family. */
export const text = {
  sv: {
    families: {
      title: (flat: string) => `Familjer för ${flat}`,
      lead: (n: number) =>
        n === 0
          ? 'Ingen familj i kön passar lägenheten i dag.'
          : `${many(n, 'familj', 'familjer')} i kön passar lägenheten, den som har väntat längst först.`,
      list: 'Familjer som passar lägenheten',
      not: (n: number) => `${many(n, 'familj', 'familjer')} i kön passar inte`,
      notFree: (state: string) => `Lägenheten kan inte erbjudas nu: ${state.toLowerCase()}.`,
    },
    flats: {
      title: (file: string) => `Lägenheter för ärende ${file}`,
      lead: (n: number) =>
        n === 0
          ? 'Ingen ledig lägenhet passar familjen i dag.'
          : `${many(n, 'ledig lägenhet', 'lediga lägenheter')} passar familjen, den som har stått tom längst först.`,
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
    },
    needs: 'Behöver',
    family: 'Familj',
    district: 'Stadsdel',
    since: 'I kö sedan',
    waited: 'Dagar i kö',
    emptySince: 'Tom sedan',
    emptyDays: 'Tomma dagar',
    flat: 'Lägenhet',
    rent: 'Hyra, kr',
    why: 'Varför',
    offer: 'Erbjud lägenheten',
    offerTo: (family: string, flat: string) => `Erbjud lägenheten ${flat} till ${family}`,
    toFile: 'Till ärendet',
    toFlats: 'Till tavlan',
    rooms: (need: number, has: number) =>
      need === has
        ? `Behöver ${need} rum, och lägenheten har ${has}.`
        : `Behöver ${need} rum; lägenheten har ${has}, alltså ${has - need} mer än behovet.`,
    lift: 'Behöver hiss eller markplan, och det finns.',
    kept: 'Lägenheten är öronmärkt för familjen.',
    exception: (ground: string) => `Undantag från villkoren: ${ground.toLowerCase()}.`,
    place: (at: number) =>
      at === 1 ? 'Har väntat längst av dem som passar.' : `Nummer ${at} i väntetid av dem som passar.`,
    emptiest: (at: number) =>
      at === 1 ? 'Har stått tom längst av dem som passar.' : `Nummer ${at} i tomtid av dem som passar.`,
    needsOf: (rooms: number, lift: boolean) => `${rooms} rum${lift ? ', hiss eller markplan' : ''}`,
    misfits: {
      kept: 'Öronmärkt för en annan familj',
      refused: 'Familjen har redan tackat nej',
      paused: 'Remissen har uppehåll',
      rooms: 'För få rum',
      lift: 'Hiss eller markplan saknas, eller är inte känt',
    } satisfies Record<Misfit, string>,
    open: 'Erbjud',
  },
  en: {
    families: {
      title: (flat: string) => `Families for ${flat}`,
      lead: (n: number) =>
        n === 0
          ? 'No family in the queue fits the flat today.'
          : `${many(n, 'family', 'families')} in the queue ${n === 1 ? 'fits' : 'fit'} the flat, the one that has waited longest first.`,
      list: 'Families that fit the flat',
      not: (n: number) => `${many(n, 'family', 'families')} in the queue ${n === 1 ? 'does' : 'do'} not fit`,
      notFree: (state: string) => `The flat cannot be offered now: ${state.toLowerCase()}.`,
    },
    flats: {
      title: (file: string) => `Flats for case ${file}`,
      lead: (n: number) =>
        n === 0
          ? 'No free flat fits the family today.'
          : `${many(n, 'free flat', 'free flats')} ${n === 1 ? 'fits' : 'fit'} the family, the one that has stood empty longest first.`,
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
    },
    needs: 'Needs',
    family: 'Family',
    district: 'District',
    since: 'In the queue since',
    waited: 'Days in the queue',
    emptySince: 'Empty since',
    emptyDays: 'Empty days',
    flat: 'Flat',
    rent: 'Rent, SEK',
    why: 'Why',
    offer: 'Offer the flat',
    offerTo: (family: string, flat: string) => `Offer the flat ${flat} to ${family}`,
    toFile: 'To the case',
    toFlats: 'To the board',
    rooms: (need: number, has: number) =>
      need === has
        ? `Needs ${many(need, 'room', 'rooms')}, and the flat has ${has}.`
        : `Needs ${many(need, 'room', 'rooms')}; the flat has ${has}, which is ${has - need} more than needed.`,
    lift: 'Needs a lift or the ground floor, and has it.',
    kept: 'The flat is earmarked for the family.',
    exception: (ground: string) => `Exception from the conditions: ${ground.toLowerCase()}.`,
    place: (at: number) =>
      at === 1 ? 'Has waited longest of those that fit.' : `Number ${at} by waiting time of those that fit.`,
    emptiest: (at: number) =>
      at === 1
        ? 'Has stood empty longest of those that fit.'
        : `Number ${at} by time empty of those that fit.`,
    needsOf: (rooms: number, lift: boolean) =>
      `${many(rooms, 'room', 'rooms')}${lift ? ', lift or ground floor' : ''}`,
    misfits: {
      kept: 'Earmarked for another family',
      refused: 'Refused by the family before',
      paused: 'The referral is paused',
      rooms: 'Too few rooms',
      lift: 'No lift or ground floor, or it is not known',
    } satisfies Record<Misfit, string>,
    open: 'Offer',
  },
} as const;
