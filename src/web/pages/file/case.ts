import type { OrgKind } from '../../../../workflows/definition.js';
import type { CasePicture } from '../../../diagram/case-picture.js';
import type { Moved, Visit } from '../../../files/case-way.js';
import type { ClockView } from '../../../files/clock-view.js';
import type { Disclosure } from '../../../files/disclosures.js';
import type { CorrectedMark, SealedMark } from '../../../files/log-corrections.js';
import type { Said } from '../../../files/in-words.js';
import type { TrailEvent } from '../../../files/event-shapes.js';
import type { Pause } from '../../../files/pauses.js';
import type { FileView, ProcessView } from '../../../files/shapes.js';
import type { Language } from '../../../platform/language.js';

/** One line of the log, ready to be shown. */
export interface LoggedEvent extends TrailEvent {
  readonly name: string;
  readonly said: readonly Said[];
  readonly moves: readonly Moved[];
  /** Whether it keeps a copy of the form that it sent. */
  readonly hasCopy: boolean;
  /** Where it is a no: the number of its process, and the papers that bear it out. */
  readonly refusal: {
    readonly process: number;
    readonly papers: readonly { readonly attachment: number; readonly name: string | null }[];
  } | null;
  /** That it was corrected, or does not stand any more, and by which event. */
  readonly mark: CorrectedMark | null;
  /** Whether its reader may correct it. */
  readonly mayCorrect: boolean;
  /** That its content was sealed, or is to be. */
  readonly sealed: SealedMark | null;
  /** Whether its reader may seal it. */
  readonly maySeal: boolean;
  /** The number of the event that it seals; null for all others. */
  readonly seals: number | null;
  /** What it corrects, and what that was before. */
  readonly corrects: {
    readonly of: number;
    readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  } | null;
}

/** The way of one process through its chart. `shown`: the names that states are known by; by path, like `labels`. */
export interface CaseChart {
  readonly process: ProcessView;
  readonly picture: CasePicture;
  readonly shown: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  readonly visits: readonly Visit[];
}

/** A person of a household. `age` in whole years today. */
export interface Member {
  readonly ref: string;
  readonly name?: string | null;
  readonly adult: boolean;
  readonly age: number | null;
  readonly to: string | null;
  /** For a child: how much it lives at home, and its school, in words. */
  readonly also: readonly string[];
}

/** What every page of a case shows of it in its head, as far as its reader sees it. */
export interface CaseSummary {
  readonly language: Language;
  readonly token: string;
  readonly today: string;
  readonly view: FileView;
  /** The process that the case is about now. */
  readonly main: ProcessView | null;
  /** Whose turn it is; null when nobody has to act. */
  readonly turn: OrgKind | null;
  /** How it stands in other regards, in words. */
  readonly also: readonly string[];
  /** The family or the flat; null when the reader sees no more than its number. */
  readonly name: string | null;
  readonly district: string | null;
  readonly assignee: string | null;
  readonly isProtected: boolean;
  /** Until when the reader may read it, having opened it in an emergency; null when they see it anyway. */
  readonly emergencyUntil: string | null;
  /** What kind of organisation the reader works for. */
  readonly kind: OrgKind;
  /** Whether the reader offers flats, and whether they may read who has read the case. */
  readonly may: { readonly match: boolean; readonly readLog: boolean; readonly examine: boolean };
  readonly clock: ClockView | null;
  /** The pause that the family's referral is in: until when, since when, and by whose name it was decided. */
  readonly pause: Pause | null;
  /** Flats that the case is about now and the reader may see. */
  readonly flats: readonly { readonly file: string; readonly label: string }[];
}

/** All that stands on the page of a case. */
export interface CasePage extends CaseSummary {
  /** What the forms of this showing of the page begin the names of their sending with. */
  readonly key: string;
  /** The household or the flat in words; null when none of it is for the reader. */
  readonly record: { readonly said: readonly Said[] } | null;
  /** The persons of a household, those of today first; empty where no name is to be seen. */
  readonly members: readonly Member[];
  /** Cases that the household was parted from or merged with. */
  readonly kin: readonly {
    readonly as: 'partedFrom' | 'parts' | 'merged' | 'mergedInto';
    readonly on: string;
    readonly file: string;
  }[];
  /** What was handed on to SHIS, oldest first. */
  readonly disclosures: readonly Disclosure[];
  /** Other cases in which somebody of this household is. */
  readonly alike: readonly string[];
  /** Steps that the case waits for, as `process.type`: what happened on an earlier day may be registered still. */
  readonly awaited: ReadonlySet<string>;
  readonly chart: CaseChart | null;
  /** The last search of SHIS's own flats for the family: its day, the free flats, and those that did. */
  readonly search: { readonly on: string; readonly all: number; readonly fit: number } | null;
  /** The newest first. */
  readonly events: readonly LoggedEvent[];
  /** What the step that led here has done, in words. */
  readonly done: string | null;
}
