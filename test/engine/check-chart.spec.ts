import { and, assign, raise, sendTo } from 'xstate';
import { checkDefinition } from '../../src/engine/check/index.js';
import { finish, goodDraft } from './good-definition.js';
import { cases, loan, told } from './spoilt.js';

describe('a chart is refused that', () => {
  const index = 'index.ts';
  const machine = 'key-loan.machine.ts';
  cases([
    [
      'has an inline guard',
      (d) => (loan(d).late.on.giveBack = { target: 'closed', guard: () => true }),
      `${machine}: \`giveBack\` in \`loan.late\` has an inline function as its guard; name a guard, or and/or/not over names.`,
    ],
    [
      'hides an inline guard in and()',
      (d) => (loan(d).late.on.giveBack = { target: 'closed', guard: and(['isUrgent', () => true]) }),
      `${machine}: \`giveBack\` in \`loan.late\` has an inline function as its guard; name a guard, or and/or/not over names.`,
    ],
    [
      'has an inline action',
      (d) => (loan(d).late.entry = () => undefined),
      `${machine}: \`loan.late\` has an inline function among its actions; name an update or an effect.`,
    ],
    [
      'assigns inline',
      (d) => (loan(d).late.entry = [assign({ flat: null })]),
      `${machine}: \`loan.late\` has \`assign\` among its actions; name an update or an effect.`,
    ],
    [
      'raises',
      (d) => (loan(d).late.exit = raise({ type: 'hush' })),
      `${machine}: \`loan.late\` has \`raise\` among its actions; name an update or an effect.`,
    ],
    [
      'sends to an actor',
      (d) => (loan(d).late.on.giveBack = { target: 'closed', actions: sendTo('other', { type: 'x' }) }),
      `${machine}: \`giveBack\` in \`loan.late\` has \`sendTo\` among its actions; name an update or an effect.`,
    ],
    [
      'gives an action parameters',
      (d) => (loan(d).late.entry = { type: 'lent', params: {} }),
      `${machine}: \`loan.late\` has an object among its actions; name an update or an effect.`,
    ],
    [
      'invokes',
      (d) => (loan(d).late.invoke = { src: 'other' }),
      `${machine}: \`loan.late\` has \`invoke\`, which a chart may not hold.`,
    ],
    [
      'has onDone',
      (d) => (d.chart.states.loan.onDone = { target: '.closed' }),
      `${machine}: \`loan\` has \`onDone\`, which a chart may not hold.`,
    ],
    [
      'has onError',
      (d) => (loan(d).late.onError = 'closed'),
      `${machine}: \`loan.late\` has \`onError\`, which a chart may not hold.`,
    ],
    [
      'names a state by an id of its own',
      (d) => (loan(d).late.id = 'late'),
      `${machine}: \`loan.late\` has \`id\`, which a chart may not hold.`,
    ],
    [
      'is final somewhere',
      (d) => (loan(d).closed.type = 'final'),
      `${machine}: \`loan.closed\` is \`final\`; a closed state is a plain one with \`open: false\`.`,
    ],
    [
      'takes any event',
      (d) => ((loan(d).late.on['*'] = 'closed'), (d.events['*'] = d.events.ring)),
      `${machine}: \`*\` in \`loan.late\` is a wildcard; name each event.`,
    ],
    [
      'takes any event of a family',
      (d) => ((loan(d).late.on['key.*'] = 'closed'), (d.events['key.*'] = d.events.ring)),
      `${machine}: \`key.*\` in \`loan.late\` is a wildcard; name each event.`,
    ],
    [
      'has an event with an odd name',
      (d) => ((loan(d).late.on['Give back'] = 'closed'), (d.events['Give back'] = d.events.ring)),
      `${machine}: \`Give back\` in \`loan.late\` is no event name; use words like \`makeOffer\` or \`offer.accepted\`.`,
    ],
    [
      'enters a region anew',
      (d) => (d.chart.states.loan.on = { hush: { target: '.asked', reenter: true } }),
      `${machine}: \`hush\` in \`loan\` has \`reenter\` on a region; only a leaf may enter itself anew.`,
    ],
    [
      'says more on an arrow than names',
      (d) => (loan(d).late.on.giveBack = { target: 'closed', description: 'x' }),
      `${machine}: \`giveBack\` in \`loan.late\` has \`description\`, which an arrow may not hold.`,
    ],
    [
      'leads from one region into another',
      (d) => (loan(d).late.on.giveBack = { target: '#key-loan.alarm.loud' }),
      `${machine}: \`giveBack\` in \`loan.late\` leaves its region; every region would be left and begun anew.`,
      `${machine}: no way leads from \`loan.late\` to a state that is not open.`,
    ],
    [
      'has regions inside a region',
      (d) => {
        d.chart.states.alarm.states.loud.type = 'parallel';
        d.chart.states.alarm.states.loud.states = { bell: {} };
        d.states['alarm.loud.bell'] = d.states['alarm.loud'];
        delete d.states['alarm.loud'];
      },
      `${machine}: \`alarm.loud\` holds regions; regions stand at the top of a chart only.`,
    ],
    [
      'has another id than the workflow',
      (d) => (d.chart.id = 'loan'),
      `${machine}: the chart's id is \`loan\`; it has to be the workflow's name.`,
    ],
    [
      'does not bound its iterations',
      (d) => delete d.chart.options,
      `${machine}: \`options.maxIterations\` is not set to a whole number above zero.`,
    ],
    [
      'has a context that is no JSON',
      (d) =>
        Object.assign(d.chart.context, { at: new Date(0), none: undefined, deep: { of: [() => 1, NaN] } }),
      ...['at', 'none', 'deep.of[0]', 'deep.of[1]'].map(
        (path) => `${machine}: \`context.${path}\` is not JSON; use null, strings, numbers, lists.`,
      ),
    ],
    [
      'makes its context by a function',
      (d) => ((d.chart.context = () => ({})), delete d.states['loan.lent'].heldBy),
      `${machine}: the context is not an object literal.`,
      `${machine}: \`context\` is not JSON; use null, strings, numbers, lists.`,
    ],
    [
      'has a bare number in after',
      (d) => (loan(d).late.after = { 1000: 'closed' }),
      `${machine}: \`1000\` in \`loan.late\` is a bare number; \`after\` names a deadline.`,
    ],
    [
      'has a deadline that could hang',
      (d) => loan(d).lent.after.keyIsDue.pop(),
      `${machine}: \`loan.late\` can never be reached.`,
      `${machine}: every alternative of \`keyIsDue\` in \`loan.lent\` has a guard, so the deadline could hang; leave the last one free.`,
    ],
    [
      'has a transient leaf that could hang',
      (d) => (loan(d).sorting.always = [{ guard: 'isUrgent', target: 'asked' }]),
      `${machine}: every way out of \`loan.sorting\` has a guard, and nobody can act there; leave the last one free.`,
    ],
    [
      'has an alternative that is never taken',
      (d) => (loan(d).sorting.always = [{ target: 'asked' }, { guard: 'isUrgent', target: 'lent' }]),
      `${machine}: what follows the free alternative of \`always\` in \`loan.sorting\` is never taken.`,
    ],
    [
      'has a leaf that nobody reaches',
      (d) => {
        loan(d).lost = { on: { giveBack: 'closed' } };
        d.states['loan.lost'] = { ...d.states['loan.late'] };
      },
      `${machine}: \`loan.lost\` can never be reached.`,
    ],
    [
      'has an open leaf without a way out',
      (d) => delete loan(d).late.on,
      `${machine}: \`loan.late\` is open and has no way out.`,
    ],
    [
      'has open leaves that never lead to an end',
      (d) => {
        loan(d).late.on.giveBack = 'waiting';
        loan(d).waiting = { on: { giveBack: 'late' } };
        d.states['loan.waiting'] = { ...d.states['loan.late'] };
      },
      `${machine}: no way leads from \`loan.late\` to a state that is not open.`,
      `${machine}: no way leads from \`loan.waiting\` to a state that is not open.`,
    ],
    [
      'does not say which region is the state',
      (d) => delete d.primary,
      `${index}: \`primary\` has to name one of the regions: loan, alarm.`,
    ],
    [
      'names a region as the state that is none',
      (d) => (d.primary = 'lend'),
      `${index}: \`primary\` has to name one of the regions: loan, alarm.`,
    ],
  ]);

  it('names a region as the state, and has no regions', () => {
    const chart = goodDraft().chart.states.loan as object;
    const draft = {
      ...goodDraft(),
      chart: { id: 'key-loan', context: {}, options: { maxIterations: 1 }, ...chart },
    };
    expect(told(checkDefinition(finish(draft)))).toContain(
      'index.ts: `primary` names `loan`, and the chart has no regions; leave it out.',
    );
  });

  it('has a history state', () => {
    const draft = goodDraft();
    loan(draft).back = { type: 'history', target: 'asked' };
    loan(draft).late.on.giveBack = 'back';
    expect(told(checkDefinition(finish(draft)))).toContain(
      `${machine}: \`loan.back\` is a history state; name the state to go back to.`,
    );
  });
});
