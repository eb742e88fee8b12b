import type { Text } from '../../workflows/definition.js';
import type { Answer } from './answer.js';
import type { Report } from './report.js';

/** A part of an answer, and the heading that it stands under. */
export interface Chapter {
  readonly part: Answer;
  readonly heading: Text;
}

/** The parts of an answer as chapters of a paper: in their order, each with its heading. */
export function chaptersOf({ parts }: Answer, { chapters = {} }: Pick<Report, 'chapters'>): Chapter[] {
  const names = Object.keys(chapters);
  const place = ({ report }: Answer): number => {
    const at = names.indexOf(report);
    return at < 0 ? names.length : at;
  };
  return [...parts]
    .sort((one, other) => place(one) - place(other))
    .map((part) => ({ part, heading: chapters[part.report] ?? part.title }));
}
