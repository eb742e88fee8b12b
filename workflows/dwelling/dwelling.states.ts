import type { StateSpec } from '../definition.js';

/** Each leaf: what it is called, who acts, and what it rests on. */
export const dwellingStates: Readonly<Record<string, StateSpec>> = {
  'stock.proposed': {
    label: { sv: 'Föreslagen', en: 'Proposed' },
    waitsFor: 'shis',
    restsBecause: {
      sv: 'Framställan har sin egen svarstid; en lägenhet som ingen har begärt har ingen.',
      en: 'The request has a term of its own; a flat that nobody asked for has none.',
    },
    open: true,
  },
  'stock.available': {
    label: { sv: 'Ledig', en: 'Available' },
    waitsFor: 'shis',
    restsBecause: {
      sv: 'Varje tom dag räknas och kostar; ingen frist löper.',
      en: 'Each empty day is counted and costs; no term runs.',
    },
    open: true,
  },
  'stock.reserved': {
    label: { sv: 'Reserverad', en: 'Reserved' },
    restsBecause: {
      sv: 'Erbjudandet som håller lägenheten har sin egen svarstid.',
      en: 'The offer that holds the flat has its own term.',
    },
    heldBy: 'offer',
    open: true,
  },
  'stock.let': {
    label: { sv: 'Kontrakt skrivet, ej tillträdd', en: 'Lease signed, not begun' },
    restsBecause: { sv: 'Kontraktet har en första dag.', en: 'The lease has a first day.' },
    open: true,
  },
  'stock.occupied': {
    label: { sv: 'Uthyrd', en: 'Occupied' },
    restsBecause: { sv: 'Boendet har sina egna tider.', en: 'The tenancy has its own terms.' },
    open: true,
  },
  'stock.turnaround': {
    label: { sv: 'Iordningställs', en: 'Being made ready' },
    waitsFor: 'shis',
    due: 'turnaround',
    open: true,
  },
  'stock.declined': { label: { sv: 'Avböjd', en: 'Declined' }, open: false },
  'stock.returned': { label: { sv: 'Återlämnad', en: 'Returned' }, open: false },
  'service.inService': {
    label: { sv: 'I bruk', en: 'In service' },
    restsBecause: { sv: 'Lägenheten går att bo i.', en: 'The flat can be lived in.' },
    open: true,
  },
  'service.outOfService': {
    label: { sv: 'Ur bruk', en: 'Out of service' },
    waitsFor: 'shis',
    due: 'backInService',
    open: true,
  },
  'service.stopped': { label: { sv: 'Ur beståndet', en: 'Out of stock' }, open: false },
};
