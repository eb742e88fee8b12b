import { swedishCalendar } from '../../src/domain/calendar.js';
import type { Day, Document, Text, Writing } from '../definition.js';
import { asItIs, knownDay, kronorInWords, text } from '../files/parts.js';
import type { OfferContext } from './offer.context.js';
import { deadlines } from './offer.deadlines.js';

const answerBy = ({ context, step }: Writing<OfferContext>): Day =>
  deadlines['answerTerm']?.due({
    context,
    since: knownDay(step),
    policy: step.policy,
    calendar: swedishCalendar,
  }) ?? step.meta.day;

const firstWords: Readonly<Record<OfferContext['purpose'], Text>> = {
  new: text('SHIS erbjuder er en genomgångsbostad.', 'SHIS offers you a transitional flat.'),
  transfer: text(
    'SHIS erbjuder er att byta till en annan lägenhet.',
    'SHIS offers you to move to another flat.',
  ),
};

const ifYes: Readonly<Record<OfferContext['purpose'], Text>> = {
  new: text(
    'Då skriver SHIS ett kontrakt med er. Boendet är tillfälligt: en familj kan bo i genomgångsbostad i högst fem år. Under tiden får ni stöd att hitta en egen bostad.',
    'SHIS then signs a lease with you. The home is for a time: a family can live in transitional flats for at most five years. Meanwhile you get support to find a home of your own.',
  ),
  transfer: text(
    'Då skriver SHIS ett nytt kontrakt med er. De fem åren räknas som förut, från den dag då ni flyttade in hos SHIS.',
    'SHIS then signs a new lease with you. The five years are counted as before, from the day when you moved in with SHIS.',
  ),
};

const ifNo: Readonly<Record<OfferContext['purpose'], Text>> = {
  new: text(
    'Berätta gärna varför, så att nästa förslag passar bättre. Ni behåller er plats i kön.',
    'Please tell us why, so that the next offer suits you better. You keep your place in the queue.',
  ),
  transfer: text('Då bor ni kvar som nu.', 'You then stay where you are.'),
};

/** The papers of an offer: the letter to the family. */
export const documents: Readonly<Record<string, Document<OfferContext>>> = {
  offer: {
    label: text('Bostadserbjudande', 'Offer of a home'),
    when: ['open'],
    write: (writing) => {
      const { dwelling, purpose, rooms, rent } = writing.context;
      const last = answerBy(writing);
      return [
        { text: firstWords[purpose] },
        {
          rows: [
            [text('Lägenhet', 'Flat'), asItIs(writing.flat(dwelling))],
            ...(rooms === null ? [] : [[text('Antal rum', 'Rooms'), asItIs(String(rooms))] as const]),
            ...(rent === null
              ? []
              : [[text('Hyra i månaden', 'Rent a month'), kronorInWords(rent)] as const]),
            [text('Svara senast', 'Answer by'), asItIs(last)],
          ],
        },
        { heading: text('Så svarar ni', 'How to answer') },
        {
          text: text(
            `Berätta för SHIS eller er handläggare på stadsdelen senast ${last} om ni vill ha lägenheten. Ni kan få se den först. Behöver ni mer tid, säg till före den dagen.`,
            `Tell SHIS or your handler at the district by ${last} whether you want the flat. You may see it first. If you need more time, say so before that day.`,
          ),
        },
        { heading: text('Om ni tackar ja', 'If you say yes') },
        { text: ifYes[purpose] },
        { heading: text('Om ni tackar nej', 'If you say no') },
        { text: ifNo[purpose] },
        { heading: text('Om ni inte svarar', 'If you do not answer') },
        {
          text: text(
            'Lägenheten hålls åt er till och med svarsdagen. Därefter kan den erbjudas en annan familj.',
            'The flat is kept for you up to and including that day. After it the flat may be offered to another family.',
          ),
        },
      ];
    },
  },
};
