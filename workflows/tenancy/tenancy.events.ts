import type { EventSpec } from '../definition.js';
import { DISTRICT, SHIS } from '../files/parts.js';
import { excepting, givingNotice } from './tenancy.delegation.js';
import * as schema from './tenancy.schemas.js';

/** Only the referral opens a tenancy, when the lease is signed. */
export const openTenancy: EventSpec = {
  label: { sv: 'Boende', en: 'Tenancy' },
  told: {
    sv: 'Kontrakt skrevs {signedOn} och gäller {leaseStart} till {leaseEnd}.',
    en: 'A lease was signed on {signedOn} and runs {leaseStart} to {leaseEnd}.',
  },
  schema: schema.signedLeaseData,
  by: 'engine',
  known: ['stays', 'household'],
};

const lease: Readonly<Record<string, EventSpec>> = {
  recordMoveIn: {
    label: { sv: 'Registrera inflyttning', en: 'Record the move-in' },
    told: { sv: 'Familjen flyttade in {on}.', en: 'The family moved in on {on}.' },
    schema: schema.recordMoveInData,
    by: SHIS,
  },
  renew: {
    label: { sv: 'Förläng kontraktet', en: 'Renew the lease' },
    told: { sv: 'Kontraktet förlängdes till {leaseEnd}.', en: 'The lease was renewed to {leaseEnd}.' },
    schema: schema.renewData,
    by: SHIS,
  },
  recordArrears: {
    label: { sv: 'Registrera hyresskuld', en: 'Record arrears' },
    told: { sv: 'Hyresskulden var {amount} kronor.', en: 'The arrears were {amount} kronor.' },
    schema: schema.recordArrearsData,
    by: SHIS,
  },
  giveNotice: {
    label: { sv: 'Säg upp', en: 'Give notice' },
    told: {
      sv: 'Boendet sades upp med utflyttning senast {moveOut}: {reason}.',
      en: 'Notice was given, to move out by {moveOut}: {reason}.',
    },
    schema: schema.giveNoticeData,
    by: SHIS,
    decision: givingNotice,
    known: ['household'],
    grave: true,
  },
  revokeNotice: {
    label: { sv: 'Återta uppsägningen', en: 'Revoke the notice' },
    told: { sv: 'Uppsägningen återtogs: {reason}.', en: 'The notice was revoked: {reason}.' },
    schema: schema.revokeNoticeData,
    by: SHIS,
  },
  end: {
    label: { sv: 'Avsluta boendet', en: 'End the tenancy' },
    told: { sv: 'Boendet avslutades {on}: {outcome}.', en: 'The tenancy ended on {on}: {outcome}.' },
    schema: schema.endData,
    by: SHIS,
    grave: true,
  },
  followUpAfter: {
    label: { sv: 'Följ upp efter flytten', en: 'Follow up after the move' },
    told: {
      sv: 'Familjen följdes upp {on}: {finding}.',
      en: 'The family was followed up on {on}: {finding}.',
    },
    schema: schema.followUpAfterData,
    by: [...SHIS, ...DISTRICT],
  },
};

const transfer: Readonly<Record<string, EventSpec>> = {
  requestMove: {
    label: { sv: 'Önskar flytta', en: 'Wishes to move' },
    told: { sv: 'Familjen önskar flytta: {reason}.', en: 'The family wishes to move: {reason}.' },
    schema: schema.requestMoveData,
    by: SHIS,
  },
  makeTransferOffer: {
    label: { sv: 'Erbjud byte', en: 'Offer another flat' },
    told: { sv: 'En annan lägenhet erbjöds.', en: 'Another flat was offered.' },
    schema: schema.makeTransferOfferData,
    by: SHIS,
  },
  move: {
    label: { sv: 'Flytta inom SHIS', en: 'Move within SHIS' },
    told: { sv: 'Familjen flyttade inom SHIS {from}.', en: 'The family moved within SHIS on {from}.' },
    schema: schema.moveData,
    by: SHIS,
  },
  'offer.accepted': {
    label: { sv: 'Bytet: tackat ja', en: 'Transfer accepted' },
    told: { sv: 'Familjen tackade ja till bytet.', en: 'The family accepted the transfer.' },
    schema: schema.offerAcceptedData,
    by: 'engine',
  },
  'offer.refused': {
    label: { sv: 'Bytet: tackat nej', en: 'Transfer refused' },
    told: {
      sv: 'Familjen tackade nej till bytet.',
      en: 'The family refused the transfer.',
    },
    schema: schema.offerReasonData,
    by: 'engine',
  },
  'offer.withdrawn': {
    label: { sv: 'Bytet: erbjudandet drogs tillbaka', en: 'Transfer withdrawn' },
    told: {
      sv: 'Erbjudandet om byte drogs tillbaka.',
      en: 'The transfer offer was withdrawn.',
    },
    schema: schema.offerReasonData,
    by: 'engine',
  },
  'offer.fellThrough': {
    label: { sv: 'Bytet: blev inte av', en: 'Transfer fell through' },
    told: { sv: 'Bytet blev inte av.', en: 'The transfer fell through.' },
    schema: schema.offerFellThroughData,
    by: 'engine',
  },
  'offer.signed': {
    label: { sv: 'Bytet: kontrakt skrivet', en: 'Transfer signed' },
    told: {
      sv: 'Nytt kontrakt skrevs {signedOn} och gäller från {leaseStart}.',
      en: 'A new lease was signed on {signedOn} and runs from {leaseStart}.',
    },
    schema: schema.signedLeaseData,
    by: 'engine',
  },
};

const limitAndFollowUp: Readonly<Record<string, EventSpec>> = {
  grantException: {
    label: { sv: 'Medge undantag (två personer)', en: 'Grant an exception (two persons)' },
    told: {
      sv: 'Undantag från femårsgränsen medgavs till {until}.',
      en: 'An exception to the five years was granted until {until}.',
    },
    schema: schema.grantExceptionData,
    by: [...DISTRICT, ...SHIS],
    twoPersons: 'oneOfEach',
    decision: excepting,
    grave: true,
  },
  recordExitPlan: {
    label: { sv: 'Skriv utflyttningsplan', en: 'Write the exit plan' },
    told: { sv: 'En utflyttningsplan skrevs.', en: 'An exit plan was written.' },
    schema: schema.recordExitPlanData,
    by: DISTRICT,
  },
  recordFollowUp: {
    label: { sv: 'Registrera uppföljning', en: 'Record a follow-up' },
    told: { sv: 'Uppföljning hölls {on}: {kind}.', en: 'A follow-up was held on {on}: {kind}.' },
    schema: schema.recordFollowUpData,
    by: DISTRICT,
    known: ['household'],
  },
  householdChanged: {
    label: { sv: 'Hushållet ändrades', en: 'The household changed' },
    told: {
      sv: 'Hushållets tidigare boenden räknades om.',
      en: 'The household’s earlier stays were counted anew.',
    },
    schema: schema.householdChangedData,
    by: 'engine',
    known: ['stays'],
  },
};

/** What can happen to a tenancy: its labels, its sentences and who may. */
export const tenancyEvents = { ...lease, ...transfer, ...limitAndFollowUp };
