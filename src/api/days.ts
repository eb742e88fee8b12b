import { z } from 'zod';

/** A day that a caller names in an address, 1900 to 2199: far enough for every case, near enough for every calculation. */
export const aDay = () => z.iso.date().refine((day) => day >= '1900' && day < '2200');

/** A moment that a caller names, RFC 3339 with an offset, in the same years. What follows the year is read later. */
export const aMoment = () =>
  z
    .string()
    .regex(/^(19|20|21)\d\d-/)
    .max(40);
