import type { Answer } from '../answer.js';
import type { Language } from './shown.js';

/** The answer as INTERFACES.md has it, ready for `JSON.stringify`: codes in the rows, words in one language. */
export function toJson(answer: Answer, language: Language): object {
  const { report, parameters, period, basis, rows, totals } = answer;
  return {
    report,
    title: answer.title[language],
    parameters,
    definition: answer.definition[language],
    period,
    cutOff: period.until,
    basis,
    population: answer.population[language],
    division: parameters.division,
    policy: answer.policy.map((one) => one[language]),
    notes: answer.notes.map((one) => one[language]),
    columns: answer.columns.map(({ name, label, unit }) => ({
      name,
      label: label[language],
      unit: unit?.[language] ?? null,
    })),
    rows,
    totals,
    ...(answer.parts.length > 0 && { parts: answer.parts.map((part) => toJson(part, language)) }),
  };
}
