/** Lines of one family, by whom and in which of its processes. */
import type { Day } from '../days.js';
import type { Family, Told } from '../family.js';

/** The district's step in the referral. */
export const byDistrict = (family: Family, day: Day, event: string, data: object = {}): Told => ({
  by: family.handler(day),
  process: family.referral,
  event,
  data: { ...data },
});

/** SHIS's step in the referral. */
export const byShis = (family: Family, event: string, data: object = {}): Told => ({
  by: family.shis,
  process: family.referral,
  event,
  data: { ...data },
});

/** A step in the request to the agency. */
export const inRequest = (family: Family, event: string, data: object = {}, by = family.shis): Told => ({
  by,
  process: family.path('agency-request'),
  event,
  data: { ...data },
});

/** A step in the offer. */
export const inOffer = (family: Family, event: string, data: object = {}, by = family.shis): Told => ({
  by,
  process: family.path('offer'),
  event,
  data: { ...data },
});

/** A step in the tenancy. */
export const inTenancy = (family: Family, event: string, data: object = {}, by = family.shis): Told => ({
  by,
  process: family.path('tenancy'),
  event,
  data: { ...data },
});

/** The district's step in the file itself. */
export const inFile = (
  family: Family,
  day: Day,
  event: string,
  data: object,
  by = family.handler(day),
): Told => ({
  by,
  file: family.name,
  event,
  data: { ...data },
});
