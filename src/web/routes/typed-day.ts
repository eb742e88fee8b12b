import { z } from 'zod';

const day = z.iso.date().refine((given) => given >= '1900' && given < '2200');

/** Whether what was typed is a day that can be reckoned with. */
export const isDay = (given: string): boolean => day.safeParse(given).success;
