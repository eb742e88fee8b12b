import { and } from 'xstate';
import { text } from './good-definition.js';
import { cases, loan } from './spoilt.js';

describe('names are refused when', () => {
  const machine = 'key-loan.machine.ts';
  cases([
    [
      'a guard is not there',
      (d) => (loan(d).late.on.giveBack = { target: 'closed', guard: 'isFriday' }),
      `${machine}: \`isFriday\` is named as a guard, and there is none.`,
    ],
    [
      'a guard inside and/or/not is not there',
      (d) => (loan(d).late.on.giveBack = { target: 'closed', guard: and(['isUrgent', 'isFriday']) }),
      `${machine}: \`isFriday\` is named as a guard, and there is none.`,
    ],
    [
      'a guard is never used',
      (d) => (d.guards.isFriday = d.guards.isUrgent),
      'key-loan.guards.ts: the guard `isFriday` is never used; delete it.',
    ],
    [
      'an action is not there',
      (d) => (loan(d).late.entry = ['sigh']),
      `${machine}: \`sigh\` is named as an action, and is neither an update nor an effect.`,
    ],
    [
      'an action is both an update and an effect',
      (d) => (d.effects.lent = () => []),
      'key-loan.updates.ts: `lent` is both an update and an effect; keep one.',
    ],
    [
      'an update is never used',
      (d) => (d.updates.sigh = () => ({})),
      'key-loan.updates.ts: the update `sigh` is never used; delete it.',
    ],
    [
      'an effect is never used',
      (d) => (d.effects.sigh = () => []),
      'key-loan.effects.ts: the effect `sigh` is never used; delete it.',
    ],
    [
      'a deadline in after is not there',
      (d) => (loan(d).late.after = { forgotten: 'closed' }),
      `${machine}: \`forgotten\` is named in \`after\`, and is no deadline.`,
    ],
    [
      'a deadline in due is not there',
      (d) => (d.states['loan.late'].due = 'forgotten'),
      'key-loan.states.ts: `loan.late` has the term `forgotten`, which is no deadline.',
    ],
    [
      'a deadline is never used',
      (d) => (d.deadlines.forgotten = d.deadlines.answer),
      'key-loan.deadlines.ts: the deadline `forgotten` is never used; delete it.',
    ],
    [
      'a deadline both moves a state and reminds there',
      (d) => (d.states['loan.lent'].due = 'keyIsDue'),
      'key-loan.states.ts: `keyIsDue` both moves `loan.lent` and reminds there; a term that moves needs no `due`.',
    ],
    [
      'an event of the chart is not specified',
      (d) => delete d.events.giveBack,
      'key-loan.events.ts: `giveBack` is in the chart, and has no specification.',
    ],
    [
      'an event is not in the chart',
      (d) => (d.events.lose = d.events.giveBack),
      'key-loan.events.ts: the event `lose` is never used; delete it.',
    ],
    [
      'an event is called as the opening',
      (d) => ((d.events.open = d.events.ring), (loan(d).late.on.open = 'closed')),
      'key-loan.events.ts: `open` is the opening of a process; give the event another name.',
    ],
  ]);
});

describe('states are refused when', () => {
  const file = 'key-loan.states.ts';
  cases([
    [
      'a leaf is not specified',
      (d) => delete d.states['loan.late'],
      `${file}: the leaf \`loan.late\` is not specified.`,
    ],
    [
      'a leaf that could be waited in is not specified',
      (d) => (loan(d).sorting.on = { giveBack: 'closed' }),
      `${file}: the leaf \`loan.sorting\` is not specified.`,
    ],
    [
      'what is specified is no leaf',
      (d) => (d.states.loan = { ...d.states['loan.late'] }),
      `${file}: \`loan\` is specified, and is no leaf of the chart.`,
    ],
    [
      'a label is missing in one language',
      (d) => (d.states['loan.late'].label = text('Försenad', ' ')),
      `${file}: the label of \`loan.late\` is missing in English.`,
    ],
    [
      'a label is not translated',
      (d) => (d.states['loan.late'].label = text('Far too late', 'Far too late')),
      `${file}: the label of \`loan.late\` is the same in Swedish and English; translate it.`,
    ],
    [
      'an open one waits for nobody and gives no reason',
      (d) => delete d.states['loan.lent'].restsBecause,
      `${file}: \`loan.lent\` is open, waits for nobody and does not say why it rests.`,
    ],
    [
      'the reason to rest is not told',
      (d) => (d.states['loan.lent'].restsBecause = text('', '')),
      `${file}: why \`loan.lent\` rests is missing in Swedish.`,
      `${file}: why \`loan.lent\` rests is missing in English.`,
    ],
    [
      'it waits for nobody known',
      (d) => (d.states['loan.late'].waitsFor = 'police'),
      `${file}: \`loan.late\` waits for \`police\`, which is no kind of organisation.`,
    ],
    [
      'it waits for those who may not see it',
      (d) => (d.states['loan.late'].waitsFor = 'agency'),
      `${file}: \`loan.late\` waits for \`agency\`, who may not see the process (\`seenBy\`).`,
    ],
    [
      'it does not say whether it is open',
      (d) => delete d.states['loan.closed'].open,
      `${file}: \`loan.closed\` does not say whether it is open.`,
      `key-loan.machine.ts: no way leads from \`loan.asked\` to a state that is not open.`,
      `key-loan.machine.ts: no way leads from \`loan.lent\` to a state that is not open.`,
      `key-loan.machine.ts: no way leads from \`loan.late\` to a state that is not open.`,
    ],
    [
      'it is held by what the context does not have',
      (d) => (d.states['loan.lent'].heldBy = 'house'),
      `${file}: \`loan.lent\` is held by \`house\`, which is not in the context.`,
    ],
  ]);
});
