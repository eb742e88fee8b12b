import { z } from 'zod';
import { code, day, field, note, processRef } from '../fields.js';
import { householdEvent } from '../files/household-changed.js';
import { channels, choice, dwellingField, kronor, label, optional, reason } from '../files/parts.js';

const dwelling = dwellingField();
const channel = choice(channels, label('Kommer från', 'Comes from'));
const offerReason = field(code(), label('Skäl', 'Reason'));

/** A lease as signed; also what `offer.signed` brings. */
export const signedLeaseData = z.strictObject({
  dwelling,
  channel,
  signedOn: field(day(), label('Kontraktet skrevs', 'Signed on')),
  leaseStart: field(day(), label('Första dag', 'First day')),
  leaseEnd: field(day(), label('Sista dag', 'Last day')),
  rent: field(kronor(), { ...label('Hyra (kronor i månaden)', 'Rent (kronor a month)'), widget: 'money' }),
});
export type Signed = z.infer<typeof signedLeaseData>;

/** `recordMoveIn`: the first day that the household lived there. */
export const recordMoveInData = z.strictObject({ on: field(day(), label('Flyttade in den', 'Moved in on')) });
export type On = z.infer<typeof recordMoveInData>;

/** `renew`: the new last day of the lease. */
export const renewData = z.strictObject({ leaseEnd: field(day(), label('Ny sista dag', 'New last day')) });
export type Renew = z.infer<typeof renewData>;

/** `requestMove`: why the family wishes to move. */
export const requestMoveData = z.strictObject({ reason: reason('move') });
export type RequestMove = z.infer<typeof requestMoveData>;

/** `makeTransferOffer`: the flat that is offered instead. */
export const makeTransferOfferData = z.strictObject({ dwelling });
export type MakeTransferOffer = z.infer<typeof makeTransferOfferData>;

/** `from` is the first day in the new flat, `oldVacatedOn` the last day that the old one was theirs. */
export const moveData = z.strictObject({
  from: field(day(), label('Bor i den nya lägenheten från', 'In the new flat from')),
  oldVacatedOn: field(day(), label('Den gamla lägenheten tömdes', 'Old flat vacated on')),
});
export type Move = z.infer<typeof moveData>;

/** `recordArrears`: what is owed today. */
export const recordArrearsData = z.strictObject({
  amount: field(kronor(), { ...label('Skuld (kronor)', 'Debt (kronor)'), widget: 'money' }),
  note: optional(note('Anteckning', 'Note')),
});
export type Arrears = z.infer<typeof recordArrearsData>;

/** `giveNotice`: by whom, why, and when to have moved out. */
export const giveNoticeData = z.strictObject({
  by: reason('noticeBy', 'Vem säger upp', 'Who gives notice'),
  reason: reason('notice'),
  moveOut: field(day(), label('Ska flytta senast', 'To move out by')),
});
export type GiveNotice = z.infer<typeof giveNoticeData>;

/** `revokeNotice`: why the family stays after all. */
export const revokeNoticeData = z.strictObject({ reason: reason('revokeNotice') });

/** `end`: where the household moved, and its last day in the flat. */
export const endData = z.strictObject({
  outcome: reason('outcome', 'Vart flyttade hushållet', 'Where the household moved'),
  on: field(day(), label('Sista dag i lägenheten', 'Last day in the flat')),
  nextHome: optional(note('Nästa bostad', 'Next home')),
});
export type End = z.infer<typeof endData>;

/** `grantException`: the last day it allows, and what it rests on. */
export const grantExceptionData = z.strictObject({
  until: field(day(), label('Undantag till och med', 'Exception until')),
  ground: note('Grund', 'Ground'),
});
export type GrantException = z.infer<typeof grantExceptionData>;

/** `recordExitPlan`: the plan, in words. */
export const recordExitPlanData = z.strictObject({ plan: note('Plan för utflyttningen', 'Exit plan') });

/** One child at a follow-up: whether it was heard, and in words how and to what effect. */
const childHeard = z.strictObject({
  heard: field(z.boolean(), label('Barnet har fått komma till tals', 'The child was heard')),
  how: optional(note('Hur', 'How')),
  effect: optional(note('Vad det ledde till', 'To what effect')),
});

/** `recordFollowUp`: when and how it was held, and each child that took part or was spoken of. */
export const recordFollowUpData = z.strictObject({
  on: field(day(), label('Uppföljningen hölls', 'Held on')),
  kind: reason('followUpKind', 'Hur uppföljningen hölls', 'How it was held'),
  ownSearch: field(z.boolean(), {
    ...label('Familjen söker själv bostad', 'The family searches for a home itself'),
    widget: 'radios',
  }),
  children: field(z.array(childHeard).max(20), label('Barnen', 'The children')),
});
export type RecordFollowUp = z.infer<typeof recordFollowUpData>;

/** `followUpAfter`: how the household lives a year later. */
export const followUpAfterData = z.strictObject({
  on: field(day(), label('Följdes upp den', 'Followed up on')),
  finding: reason('finding', 'Hur bor hushållet nu', 'How the household lives now'),
  note: optional(note('Anteckning', 'Note')),
});
export type FollowUpAfter = z.infer<typeof followUpAfterData>;

/** `offer.accepted`: the family says yes to another flat. */
export const offerAcceptedData = z.strictObject({ dwelling, channel });
/** `offer.refused` and `offer.withdrawn`. */
export const offerReasonData = z.strictObject({ dwelling, reason: offerReason });
/** `offer.fellThrough`: a yes that came to nothing. */
export const offerFellThroughData = z.strictObject({
  dwelling,
  party: field(code(), label('Vem det berodde på', 'Owing to whom')),
  reason: offerReason,
});

/** The household file tells its processes which of its events happened. */
export const householdChangedData = z.strictObject({
  event: householdEvent,
  part: optional(field(processRef(), label('De som flyttade ut', 'Those who left'))),
});
export type HouseholdChanged = z.infer<typeof householdChangedData>;
