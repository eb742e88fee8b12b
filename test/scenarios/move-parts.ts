import { addDays } from '../../src/domain/days.js';
import { agencyFlat } from '../support/cast.js';
import type { Move, Scene } from './scene.js';

/** Who acts. */
export const FARSTA = 'farsta.handlaggare';
export const SHIS = 'shis.handlaggare';
export const AGENCY = 'formedlingen.handlaggare';

/** What a form holds, by where the scene stands; undefined when it cannot be filled. */
export type Fill = (scene: Scene) => object | undefined;
/** A step of somebody on a process, with its data. */
export const take =
  (by: string, on: string) =>
  (event: string, data: object | Fill = {}): Move => ({
    by,
    on,
    event,
    data: typeof data === 'function' ? (data as Fill) : () => data,
  });
/** A day so many days from the scene's. */
export const at = (scene: Scene, days: number): string => addDays(scene.today, days);
export const on = (days: number) => (scene: Scene) => ({ on: at(scene, days) });
/** A flat by its name, as the field `dwelling`. */
export const flat =
  (name: string): Fill =>
  (scene) => {
    const dwelling = scene.find(name);
    return dwelling && { dwelling };
  };

export const YEAR = 365;
/** A flat that the agency opens. */
export const agencysFlat = (name: string): Move => ({
  by: AGENCY,
  on: name,
  open: 'dwelling',
  data: () => agencyFlat(name, 3),
});
