import {
  AGENCY,
  DISTRICT,
  SHIS,
  flat,
  inOrder,
  line,
  placing,
  referral,
  registers,
  type Written,
} from './books.js';

const dwelling = (name: string) => ({ dwelling: { ref: name } });

/** Refused, searched for, requested, declined, proposed again, placed in an agency flat; then a move within SHIS. */
const longWay: readonly Written[] = [
  ...referral('r-1', '2021-02-01'),
  line('2021-02-03', SHIS, { process: 'r-1', event: 'makeOffer', data: dwelling('d-1') }),
  line('2021-02-05', DISTRICT, {
    process: 'r-1/offer',
    event: 'refuse',
    data: { reason: 'school', note: 'Skolan ligger för långt bort', wanted: 'Farsta' },
  }),
  line('2021-02-08', SHIS, {
    process: 'r-1',
    event: 'searchOwnStock',
    data: { results: [{ ...dwelling('d-1'), reason: 'refused-by-household' }] },
  }),
  line('2021-02-08T10:00:00+01:00', SHIS, { process: 'r-1', event: 'requestFromAgency' }),
  flat('d-2', '2021-02-10', { source: 'agency', facility: undefined, company: 'stockholmshem' }),
  line('2021-02-10T10:00:00+01:00', AGENCY, {
    process: 'r-1/agency-request',
    event: 'propose',
    data: dwelling('d-2'),
  }),
  line('2021-02-11', SHIS, {
    process: 'r-1/agency-request',
    event: 'decline',
    data: { reason: 'condition', note: 'Fukt i badrummet' },
  }),
  flat('d-3', '2021-02-15', { source: 'agency', facility: undefined, company: 'stockholmshem' }),
  line('2021-02-15T10:00:00+01:00', AGENCY, {
    process: 'r-1/agency-request',
    event: 'propose',
    data: dwelling('d-3'),
  }),
  line('2021-02-16', SHIS, { process: 'r-1/agency-request', event: 'accept' }),
  line('2021-03-01', SHIS, { process: 'r-1', event: 'makeOffer', data: dwelling('d-3') }),
  line('2021-03-04', SHIS, { process: 'r-1/offer#2', event: 'accept' }),
  line('2021-03-08', SHIS, {
    process: 'r-1/offer#2',
    event: 'sign',
    data: { signedOn: '2021-03-08', leaseStart: '2021-03-15', leaseEnd: '2022-03-14', rent: 9200 },
  }),
  line('2021-03-15', SHIS, { process: 'r-1/tenancy', event: 'recordMoveIn', data: { on: '2021-03-15' } }),
  line('2021-03-20T09:00:00+01:00', DISTRICT, {
    recorded: '2021-04-02T09:00:00+02:00',
    id: 'l-9',
    file: 'r-1',
    event: 'memberJoins',
    data: {
      person: { ref: 'baby', name: 'Lill Testsson', born: '2021-03-18', gender: 'woman', adult: false },
      on: '2021-03-18',
    },
  }),
  line('2021-04-16T09:00:00+02:00', DISTRICT, {
    process: 'r-1/tenancy',
    event: 'recordFollowUp',
    data: {
      on: '2021-04-15',
      kind: 'home-visit',
      ownSearch: true,
      children: [{ heard: true, how: 'Samtal' }],
    },
  }),
  flat('d-4', '2021-05-01'),
  line('2021-05-03T09:00:00+02:00', SHIS, {
    process: 'r-1/tenancy',
    event: 'makeTransferOffer',
    data: dwelling('d-4'),
  }),
  line('2021-05-04T09:00:00+02:00', SHIS, { process: 'r-1/tenancy/offer#3', event: 'accept' }),
];

/** Two persons allow an exception, in two equal lines. */
const exception = (by: string, at: string): Written =>
  line(at, by, {
    process: 'r-1/tenancy',
    event: 'grantException',
    data: { until: '2026-09-30', ground: 'Barnens skolgång' },
  });

/** A flat left by one family and taken by another; the first comes back with a second referral in the same file. */
const comeBack: readonly Written[] = [
  flat('d-5', '2021-01-15'),
  ...referral('r-2', '2021-01-20', 'alvsjo'),
  ...placing('r-2', 'd-5', '2021-02'),
  line('2021-06-01T09:00:00+02:00', SHIS, {
    process: 'r-2/tenancy',
    event: 'end',
    data: { outcome: 'own-other', on: '2021-05-31', nextHome: 'Hos släkt i Älvsjö' },
  }),
  line('2021-06-10T09:00:00+02:00', SHIS, { process: 'd-5', event: 'ready' }),
  line('2021-08-02T09:00:00+02:00', 'bromma.handlaggare', {
    process: 'r-2b',
    open: 'referral',
    file: 'r-2',
    data: { rooms: 2 },
  }),
  line('2021-08-02T09:10:00+02:00', 'bromma.handlaggare', { process: 'r-2b', event: 'submit' }),
];

/** What falls due by itself: a draft that nobody touches, an offer that nobody answers. */
const left: readonly Written[] = [
  line('2021-01-11', DISTRICT, referral('r-3', '2021-01-11')[0] as Written),
  ...referral('r-4', '2021-04-12'),
  flat('d-6', '2021-04-12T11:00:00+02:00'),
  line('2021-04-20T09:00:00+02:00', SHIS, { process: 'r-4', event: 'makeOffer', data: dwelling('d-6') }),
  line('2021-05-20T09:00:00+02:00', SHIS, {
    process: 'r-4/offer',
    event: 'registerNoAnswer',
    data: { note: 'Ringt tre gånger' },
  }),
];

/** Älvsjö becomes a part of Bromma on 1 July 2021. */
const merger: Written = {
  register: 'district',
  at: '2021-05-01',
  data: { code: 'alvsjo', name: 'Älvsjö', from: '2007-01-01', to: '2021-06-30', successor: 'bromma' },
};

/** A year of a small world: every kind of line, children of every workflow, deadlines, a merger. */
export const story: readonly Written[] = [
  { book: 'story' },
  ...registers,
  merger,
  ...inOrder([
    flat('d-1', '2021-01-10'),
    ...longWay,
    exception(DISTRICT, '2021-06-03T09:00:00+02:00'),
    exception(SHIS, '2021-06-04T09:00:00+02:00'),
    ...comeBack,
    ...left,
    line('2021-09-01T09:00:00+02:00', SHIS, { file: 'd-6', event: 'note', data: { note: 'Ny spis' } }),
  ]),
];
