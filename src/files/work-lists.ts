import { text } from '../../workflows/files/parts.js';
import type { Person } from '../engine/model.js';
import { acts } from '../register/roles.js';
import type { Task, WorkList } from './work-list-shape.js';

const families = ({ kind }: Person): boolean => kind === 'district' || kind === 'housingUnit';
const district = ({ kind }: Person): boolean => kind === 'district';
const shis = ({ kind }: Person): boolean => kind === 'shis';
const auditor = ({ role }: Person): boolean => role === 'auditor';
const any =
  (...those: WorkList['for'][]): WorkList['for'] =>
  (person) =>
    (acts(person.role) || auditor(person)) && those.some((one) => one(person));

const referral = (deadline: string, ...asks: string[]) => ({ workflow: 'referral', deadline, asks });
const SOON = 30;
const soon = (task: Extract<Task, { deadline: string }>): Task => ({ ...task, within: SOON });
const tenancy = (deadline: string, ...asks: string[]) => ({ workflow: 'tenancy', deadline, asks });
const offer = (deadline: string, ...asks: string[]) => ({ workflow: 'offer', deadline, asks });

/** Homes with support: the same terms in both forms. */
const SUPPORTED = ['supported-housing', 'housing-first'] as const;
const supported = (deadline: string, ...asks: string[]) =>
  SUPPORTED.map((workflow) => ({ workflow, deadline, asks }));

/** Every work list, in the order of the tabs. */
export const workLists = {
  todo: {
    label: text('Att göra', 'To do'),
    empty: text(
      'Inget väntar på er. Listan fylls när SHIS ber om en komplettering och när en uppföljning eller plan ska göras.',
      'Nothing waits for you. The list fills when SHIS asks for a supplement, and when a follow-up or a plan is due.',
    ),
    holds: [
      referral('supplementTerm', 'supply'),
      soon(referral('draftExpires')),
      tenancy('followUpPasses', 'recordFollowUp'),
      soon(tenancy('exitPlan', 'recordExitPlan')),
      soon(tenancy('followUpAfter', 'followUpAfter')),
    ],
    for: any(families),
  },
  mine: {
    label: text('Mina familjer', 'My families'),
    empty: text(
      'Du handlägger inga ärenden. Listan fylls när du tar över ett ärende eller får ett tilldelat.',
      'You handle no cases. The list fills when you take over a case or are assigned one.',
    ),
    holds: 'mine',
    for: any(families),
  },
  support: {
    label: text('Boende med stöd', 'Homes with support'),
    empty: text(
      'Inget väntar på er. Listan fylls när någon ansöker om en lägenhet med stöd, och när en uppföljning är nära.',
      'Nothing waits for you. The list fills when somebody applies for a home with support, and when a follow-up is near.',
    ),
    holds: [
      ...supported('decisionTerm', 'grant', 'deny'),
      ...supported('requestTerm', 'requestFlat', 'useOwnLease'),
      ...supported('answerTerm', 'offer', 'decline'),
      ...supported('offerTerm', 'accept', 'refuse'),
      ...supported('signTerm', 'signLease'),
      ...supported('subletTerm', 'sublet'),
      ...supported('followUp', 'recordFollowUp', 'renew').map(soon),
    ],
    for: any(families),
  },
  drafts: {
    label: text('Utkast', 'Drafts'),
    empty: text(
      'Inga utkast. Listan fylls när någon hos er börjar på en remiss.',
      'No drafts. The list fills when one of you begins a referral.',
    ),
    holds: [referral('draftExpires')],
    for: any(district),
  },
  screening: {
    label: text('Nya remisser', 'New referrals'),
    empty: text(
      'Ingen remiss väntar på granskning. Listan fylls när en stadsdel skickar en remiss.',
      'No referral waits to be screened. The list fills when a district submits one.',
    ),
    holds: [referral('screeningTerm')],
    for: any(shis, district),
  },
  supplements: {
    label: text('Kompletteringar', 'Supplements'),
    empty: text(
      'Ingen komplettering väntas. Listan fylls när SHIS ber om en.',
      'No supplement is awaited. The list fills when SHIS asks for one.',
    ),
    holds: [referral('supplementTerm')],
    for: any(shis, district),
  },
  replies: {
    label: text('Hos SHIS', 'With SHIS'),
    empty: text(
      'Ingen remiss är hos SHIS. Listan fylls när ni har skickat en remiss.',
      'No referral is with SHIS. The list fills when you have submitted one.',
    ),
    holds: [
      { workflow: 'referral', state: 'screening', by: 'entered' },
      { workflow: 'referral', state: 'supplementing', by: 'entered' },
      { workflow: 'referral', state: 'queued', by: 'entered' },
      { workflow: 'referral', state: 'offered', by: 'entered' },
      { workflow: 'referral', state: 'review', by: 'entered' },
      { workflow: 'referral', state: 'accepted', by: 'entered' },
    ],
    for: any(district),
  },
  queue: {
    label: text('Kön', 'The queue'),
    empty: text(
      'Ingen familj står i kö. Listan fylls när SHIS ställer en remiss i kö.',
      'No family is in the queue. The list fills when SHIS puts a referral there.',
    ),
    holds: [
      {
        ...{ workflow: 'referral', state: 'queued', by: 'queued' },
        asks: ['searchOwnStock', 'requestFromAgency'],
      },
    ],
    for: any(shis, district),
  },
  offers: {
    label: text('Erbjudanden', 'Offers'),
    empty: text(
      'Inget erbjudande pågår. Listan fylls när SHIS erbjuder en familj en lägenhet.',
      'No offer is open. The list fills when SHIS offers a family a flat.',
    ),
    holds: [
      offer('answerTerm', 'accept', 'refuse'),
      offer('decisionTerm', 'accept', 'refuse'),
      offer('signTerm', 'sign'),
      referral('signTerm'),
    ],
    for: any(shis, district),
  },
  paused: {
    label: text('Uppehåll', 'Paused'),
    empty: text(
      'Ingen remiss har uppehåll. Listan fylls när någon gör ett uppehåll, och efter ett nej om regeln säger det.',
      'No referral is paused. The list fills when somebody makes a pause, and after a refusal where the rule says so.',
    ),
    holds: [referral('pauseEnds', 'resume')],
    for: any(shis, district),
  },
  reviews: {
    label: text('Gemensamma genomgångar', 'Joint reviews'),
    empty: text(
      'Ingen genomgång pågår. Listan fylls när en familj har tackat nej flera gånger.',
      'No review is going on. The list fills when a family has refused several times.',
    ),
    holds: [referral('reviewTerm')],
    for: any(shis, district),
  },
  proposals: {
    label: text('Förslag att ta ställning till', 'Proposals to answer'),
    empty: text(
      'Inget förslag väntar på svar. Listan fylls när Bostadsförmedlingen föreslår en lägenhet.',
      'No proposal waits for an answer. The list fills when the agency proposes a flat.',
    ),
    holds: [{ workflow: 'agency-request', deadline: 'answerTerm', asks: ['accept', 'decline'] }],
    for: any(shis, ({ kind }) => kind === 'agency'),
  },
  requests: {
    label: text('Framställningar', 'Requests'),
    empty: text(
      'Ingen framställan väntar på förslag. Listan fylls när SHIS begär en lägenhet.',
      'No request waits for a proposal. The list fills when SHIS requests a flat.',
    ),
    holds: [
      { workflow: 'agency-request', deadline: 'proposalTerm', asks: ['propose'] },
      ...supported('proposalTerm', 'propose'),
    ],
    for: any(shis, ({ kind }) => kind === 'agency'),
  },
  'follow-ups': {
    label: text('Uppföljningar', 'Follow-ups'),
    empty: text(
      'Ingen uppföljning är nära. Listan fylls två veckor före varje uppföljning.',
      'No follow-up is near. The list fills two weeks before each follow-up.',
    ),
    holds: [tenancy('followUpPasses', 'recordFollowUp')],
    for: any(families, shis, auditor),
  },
  'after-moves': {
    label: text('Efter flytten', 'After the move'),
    empty: text(
      'Ingen familj ska följas upp efter flytten. Listan fylls när ett boende har avslutats.',
      'No family is to be followed up after moving. The list fills when a tenancy has ended.',
    ),
    holds: [tenancy('followUpAfter', 'followUpAfter')],
    for: any(families, auditor),
  },
  moves: {
    label: text('Flyttar', 'Moves'),
    empty: text(
      'Ingen flytt är planerad. Listan fylls när ett kontrakt skrivs eller sägs upp.',
      'No move is planned. The list fills when a lease is signed or notice is given.',
    ),
    holds: [tenancy('leaseStarts', 'recordMoveIn'), tenancy('moveOut', 'end')],
    for: any(shis, families),
  },
  turnaround: {
    label: text('Iordningställs', 'Being made ready'),
    empty: text(
      'Ingen lägenhet iordningställs. Listan fylls när en lägenhet har tömts.',
      'No flat is being made ready. The list fills when a flat has been vacated.',
    ),
    holds: [{ workflow: 'dwelling', deadline: 'turnaround', asks: ['ready'] }],
    for: any(shis),
  },
  'limit-24': {
    label: text('Under 24 månader kvar', 'Under 24 months left'),
    empty: text(
      'Ingen familj har mellan 24 och 6 månader kvar av de fem åren.',
      'No family has between 24 and 6 months left of the five years.',
    ),
    holds: [tenancy('finalBegins')],
    for: any(shis, families, auditor),
  },
  'limit-6': {
    label: text('Sista halvåret', 'Last half-year'),
    empty: text(
      'Ingen familj är inne i det sista halvåret av de fem åren.',
      'No family is in the last half-year of the five years.',
    ),
    holds: [{ ...tenancy('limitPasses'), moves: true }],
    for: any(shis, families, auditor),
  },
  'limit-0': {
    label: text('Femårsgränsen passerad', 'Five-year limit exceeded'),
    empty: text('Ingen familj har bott längre än fem år.', 'No family has stayed more than five years.'),
    holds: [{ ...tenancy('limitPasses'), moves: false }],
    for: any(shis, families, auditor),
  },
  unassigned: {
    label: text('Utan handläggare', 'Without a handler'),
    empty: text('Varje ärende har en handläggare.', 'Every case has a handler.'),
    holds: 'unassigned',
    for: any(families, auditor),
  },
  all: {
    label: text('Alla ärenden', 'All cases'),
    empty: text('Det finns inga ärenden som du får se.', 'There are no cases that you may see.'),
    holds: 'all',
    for: any(() => true),
  },
} as const satisfies Readonly<Record<string, WorkList>>;

export type ListName = keyof typeof workLists;

/** The names of the work lists that somebody has use of in the role they act in. */
export const listsFor = (person: Person): ListName[] =>
  (Object.keys(workLists) as ListName[]).filter((name) => workLists[name].for(person));
