import { checkDefinition, type Fault } from '../../src/engine/check/index.js';
import { finish, goodDraft, type Draft } from './good-definition.js';

/** Faults as `file: sentence`. */
export const told = (faults: readonly Fault[]): string[] =>
  faults.map(({ file, sentence }) => `${file}: ${sentence}`);

/** What is told of the good definition once a test has spoilt it. */
export function spoilt(change: (draft: Draft) => void): string[] {
  const draft = goodDraft();
  change(draft);
  return told(checkDefinition(finish(draft)));
}

/** The states of the region `loan`. */
export const loan = (draft: Draft): Draft => (draft['chart'] as Draft)['states'].loan.states as Draft;

type Case = readonly [rule: string, change: (draft: Draft) => void, ...faults: string[]];

/** One test for each rule: spoilt so, exactly these faults are told. */
export function cases(list: readonly Case[]): void {
  it.each(list.map((one) => [one[0], one] as const))('%s', (_, [, change, ...faults]) => {
    expect(spoilt(change)).toEqual(faults);
  });
}
