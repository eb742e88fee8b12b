import type { ListName } from '../../files/work-lists.js';
import type { ListLink } from '../framed.js';
import type { FlatLine } from './flat-table.js';
import type { Column, WorkLine } from './work-line.js';

/** A list as it stands on a desk: its first rows. */
export interface DeskList extends Pick<ListLink, 'href' | 'count'> {
  readonly name: ListName;
  /** What it is called on the desk, and as a list. */
  readonly title: string;
  readonly label: string;
  readonly empty: string;
  readonly late: number;
  readonly columns: readonly Column[];
  readonly lines: readonly WorkLine[];
}

/** The free flats, and the sizes of the queue beside theirs. */
export interface DeskFlats {
  readonly count: number;
  readonly empty: number;
  readonly lines: readonly FlatLine[];
  readonly rooms: readonly { readonly rooms: number; readonly waiting: number; readonly free: number }[];
}

/** What somebody's desk is made from. */
export interface DeskPage {
  readonly today: string;
  /** 1 = Monday. */
  readonly weekday: number;
  readonly waiting: number;
  readonly late: number;
  readonly first: WorkLine | null;
  readonly figures: readonly DeskList[];
  readonly main: readonly DeskList[];
  readonly margin: readonly DeskList[];
  /** Whoever has waited longest. */
  readonly queue: WorkLine | null;
  readonly handlers:
    | readonly {
        readonly login: string | null;
        readonly name: string | null;
        readonly open: number;
        readonly late: number;
      }[]
    | null;
  readonly flats: DeskFlats | null;
  readonly canRefer: boolean;
  /** What else its reader may open by hand. */
  readonly opens: readonly { readonly href: string; readonly label: string }[];
  /** Referrals that were begun and are no cases yet. */
  readonly begun: number;
  /** Whether all its families are the reader's own, so that nobody need be told whose they are. */
  readonly isOwn: boolean;
}
