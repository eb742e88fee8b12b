import { text } from './good-definition.js';
import { cases, loan } from './spoilt.js';

describe('rules are refused when', () => {
  cases([
    [
      'a guard says nothing',
      (d) => (d.guards.isUrgent.says = text('', '')),
      'key-loan.guards.ts: the sentence of the guard `isUrgent` is missing in Swedish.',
      'key-loan.guards.ts: the sentence of the guard `isUrgent` is missing in English.',
    ],
    [
      'a guard does not list what it needs',
      (d) => (d.guards.untilIsAhead.needs = new Set()),
      'key-loan.guards.ts: the guard `untilIsAhead` has to need `state`, or the fields that it reads.',
    ],
    [
      'a guard does not say when it holds',
      (d) => delete d.guards.isUrgent.holds,
      'key-loan.guards.ts: the guard `isUrgent` does not say when it holds.',
    ],
    [
      'a guard needs a field that the event does not bring',
      (d) => (d.guards.untilIsAhead.needs = ['day']),
      'key-loan.guards.ts: the guard `untilIsAhead` needs `day`, which `lend` does not bring.',
    ],
    [
      'a guard needs a personal field',
      (d) => (d.guards.untilIsAhead.needs = ['wish']),
      'key-loan.guards.ts: the guard `untilIsAhead` needs `wish` of `lend`, which is personal and sealed by then.',
    ],
    [
      'a guard that needs data stands where nobody sends any',
      (d) => (loan(d).lent.after.keyIsDue[0].guard = 'untilIsAhead'),
      'key-loan.guards.ts: `untilIsAhead` needs data, and `keyIsDue` in `loan.lent` brings none; let it need `state`.',
    ],
    [
      'a deadline is not whole',
      (d) =>
        (d.deadlines.answer = { label: text('Svar', ''), rule: text(' ', 'x'), fires: 'soon', due: null }),
      'key-loan.deadlines.ts: the label of `answer` is missing in English.',
      'key-loan.deadlines.ts: the rule of `answer` is missing in Swedish.',
      'key-loan.deadlines.ts: `answer` has to fire `on` its day or `past` it.',
      'key-loan.deadlines.ts: `answer` does not say when it is due.',
    ],
    [
      'a rule tells a length that is no policy, or tells one in one language only',
      (d) => (d.deadlines.answer.rule = text('{soon} och {answerWithin}.', '{soon} and later.')),
      'key-loan.deadlines.ts: the rule of `answer` tells `{soon}`, which is no policy.',
      'key-loan.deadlines.ts: the rule of `answer` tells `{answerWithin}` in one language only.',
    ],
    [
      'a policy has no row',
      (d) => (d.policy.answerWithin = []),
      'key-loan.policy.ts: `answerWithin` has no row.',
    ],
    [
      'policy rows are not in order',
      (d) => d.policy.answerWithin.reverse(),
      'key-loan.policy.ts: the row of `answerWithin` from 2000-01-01 stands after that from 2020-01-01; oldest first, one a day.',
    ],
    [
      'a policy row begins on no day, has no source and no number',
      (d) => (d.policy.answerWithin = [{ from: '2000-02-30', value: NaN, source: '' }]),
      'key-loan.policy.ts: `answerWithin` from 2000-02-30 does not begin on a day.',
      'key-loan.policy.ts: `answerWithin` from 2000-02-30 has no source.',
      'key-loan.policy.ts: `answerWithin` from 2000-02-30 is no number.',
    ],
    [
      'a length has no unit, is not whole and has no source',
      (d) => (d.policy.answerWithin[0].value = { amount: 1.5, unit: 'weeks', source: '' }),
      'key-loan.policy.ts: `answerWithin` from 2000-01-01 is counted in `weeks`, which is no unit.',
      'key-loan.policy.ts: `answerWithin` from 2000-01-01 is no whole number of weeks.',
      'key-loan.policy.ts: the length in `answerWithin` from 2000-01-01 has no source.',
    ],
    [
      'a list of reasons is picked nowhere',
      (d) => (d.reasons.other = [d.reasons.refuse[1]]),
      'key-loan.reasons.ts: no field picks from the list `other`; delete it.',
    ],
    [
      'no reason of a list is in force',
      (d) => d.reasons.refuse.pop(),
      'key-loan.reasons.ts: the list `refuse` has no reason that is still in force.',
    ],
    [
      'a reason stands twice for the same days',
      (d) => (d.reasons.refuse[0].to = '2020-01-01'),
      'key-loan.reasons.ts: `busy` stands twice in `refuse` for the same days.',
    ],
    [
      'a reason is not whole',
      (d) =>
        (d.reasons.refuse[0] = {
          code: 'So Busy',
          label: text('', 'x'),
          party: 'police',
          from: '2001-01-01',
          to: '2000-01-01',
        }),
      'key-loan.reasons.ts: `So Busy` in `refuse` is no code; use letters, figures and hyphens.',
      'key-loan.reasons.ts: the label of `So Busy` in `refuse` is missing in Swedish.',
      'key-loan.reasons.ts: `So Busy` in `refuse` belongs to `police`, which is no party.',
      'key-loan.reasons.ts: `So Busy` in `refuse` does not hold from a day to the same or a later one.',
    ],
    [
      'a document is written at no event',
      (d) => (d.documents.receipt = { label: text('Kvitto', 'Receipt'), when: ['lose'], write: () => [] }),
      'key-loan.documents.ts: `receipt` is written at `lose`, which is no event.',
    ],
    [
      'a document is never written',
      (d) => (d.documents.receipt.when = []),
      'key-loan.documents.ts: `receipt` is never written; name an event in `when`.',
    ],
  ]);
});
