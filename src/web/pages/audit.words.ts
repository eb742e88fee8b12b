import type { Language } from '../../platform/language.js';
import type { SampleRule } from '../../files/samples.js';

const rulesSv: Readonly<Record<SampleRule, string>> = {
  all: 'alla ärenden',
  open: 'ärenden som pågår',
  late: 'ärenden med steg som registrerades mer än 30 dagar i efterhand',
};
const rulesEn: typeof rulesSv = {
  all: 'all cases',
  open: 'cases that go on',
  late: 'cases with steps registered more than 30 days late',
};

const sv = {
  chains: 'Kedjorna',
  unknown: 'Inte kontrollerade',
  isWhole: 'Hela',
  isBroken: 'Brutna',
  neverChecked: 'Kedjorna har inte kontrollerats än.',
  intact: (events: string, readings: string) =>
    `${events} händelser och ${readings} poster i åtkomstloggen hänger ihop, ända till sina kontrollpunkter.`,
  broken: (count: number) =>
    `${count} länkar håller inte. Kör husrum verify, som säger vilka, och larma den som ansvarar för driften.`,
  checkedAt: 'Kontrollerade',
  check: 'Kontrollera alla kedjor',
  checkpoint: 'Senaste kontrollpunkt',
  none: 'ingen än',
  sample: 'Stickprov',
  among: 'Urval bland',
  rules: rulesSv,
  size: 'Antal',
  draw: 'Dra stickprov',
  samples: 'Senaste stickprov',
  sampleTitle: (number: number) => `Stickprov ${number}`,
  sampleLead: (count: number, among: number) => `${count} av ${among} ärenden.`,
  seed: 'Frö',
  seedSays:
    'Den som ser samma ärenden och drar med samma frö, urval och antal får samma stickprov. Ordningen är SHA-256 av fröet följt av ärendets nummer.',
  gone: 'Ärenden som du inte längre får se står inte med.',
  by: 'Draget av',
  case: 'Ärende',
  district: 'Stadsdel',
  look: 'Granska',
  open: 'Öppna',
  evidence: 'Kedja och bevis',
  asOf: 'Som det stod',
  readers: 'Vem har läst',
  empty: 'Inga ärenden passade urvalet.',
  file: 'Granska ett ärende',
  fileLabel: 'Ärendets eller händelsens nummer',
  fileHint: 'En händelse skrivs med sitt nummer efter ärendets: 0abc1234567:12.',
  show: 'Visa kedja och bevis',
  showReaders: 'Visa vem som har läst',
  lists: 'Att granska',
  twoPersons: 'Undantag och beslut av två personer',
  missed: 'Uppföljningar som inte är gjorda',
  missedByDistrict: 'Uppföljningar per stadsdel',
  notHeard: 'Uppföljningar där barnen inte hördes',
  unassigned: 'Ärenden utan handläggare',
  late: 'Försenade uppföljningar',
  lateByDistrict: 'Försenade uppföljningar nu, efter stadsdel',
  noneLate: 'Ingen uppföljning är försenad.',
  unclocked: (count: number) =>
    count === 0
      ? 'Alla ärenden som pågår har en dag att hålla.'
      : `${count === 1 ? 'Ett ärende' : `${count} ärenden`} som pågår har ingen dag att hålla.`,
  twoLead: 'Steg som gäller först när en andra person har godkänt dem, de senaste först.',
  twoEmpty: 'Inget steg har tagits av två personer än.',
  when: 'När',
  what: 'Vad',
  first: 'Föreslog',
  second: 'Godkände',
};
const en: typeof sv = {
  chains: 'The chains',
  unknown: 'Not verified',
  isWhole: 'Whole',
  isBroken: 'Broken',
  neverChecked: 'The chains have not been verified yet.',
  intact: (events, readings) =>
    `${events} events and ${readings} entries of the access log hold together, up to their checkpoints.`,
  broken: (count) =>
    `${count} links do not hold. Run husrum verify, which tells which, and alert those who run the system.`,
  checkedAt: 'Verified',
  check: 'Verify all chains',
  checkpoint: 'Newest checkpoint',
  none: 'none yet',
  sample: 'Sample',
  among: 'Drawn among',
  rules: rulesEn,
  size: 'Number',
  draw: 'Draw a sample',
  samples: 'Newest samples',
  sampleTitle: (number) => `Sample ${number}`,
  sampleLead: (count, among) => `${count} of ${among} cases.`,
  seed: 'Seed',
  seedSays:
    'Whoever sees the same cases and draws with the same seed, rule and number gets the same sample. The order is SHA-256 of the seed followed by the number of the case.',
  gone: 'Cases that you may no longer see are left out.',
  by: 'Drawn by',
  case: 'Case',
  district: 'District',
  look: 'Examine',
  open: 'Open',
  evidence: 'Chain and proof',
  asOf: 'As it stood',
  readers: 'Who has read',
  empty: 'No case fitted the rule.',
  file: 'Examine a case',
  fileLabel: 'The number of the case or the event',
  fileHint: 'An event is written with its number after that of the case: 0abc1234567:12.',
  show: 'Show chain and proof',
  showReaders: 'Show who has read',
  lists: 'To examine',
  twoPersons: 'Exceptions and decisions of two persons',
  missed: 'Follow-ups that are missed',
  missedByDistrict: 'Follow-ups by district',
  notHeard: 'Follow-ups where the children were not heard',
  unassigned: 'Cases without a handler',
  late: 'Overdue follow-ups',
  lateByDistrict: 'Follow-ups overdue now, by district',
  noneLate: 'No follow-up is overdue.',
  unclocked: (count) =>
    count === 0
      ? 'Every case that goes on has a day to keep.'
      : `${count === 1 ? 'One case' : `${count} cases`} that go on have no day to keep.`,
  twoLead: 'Steps that count only when a second person has agreed to them, the newest first.',
  twoEmpty: 'No step has been taken by two persons yet.',
  when: 'When',
  what: 'What',
  first: 'Proposed by',
  second: 'Agreed by',
};

/** What the auditor's desk says. */
export const auditText: Readonly<Record<Language, typeof sv>> = { sv, en };
