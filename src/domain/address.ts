const CARE_OF = /^c\/o(?![\p{L}\p{N}])/u;
/** Flat, floor, postal code and place: what one and the same house is written with or without. */
const AFTER_THE_HOUSE =
  /(?<![\p{L}\p{N}])(?:lgh|lägenhet|läg|vån|våning|nb|bv|\d+\s*tr|\d{3}\s?\d{2})(?![\p{L}\p{N}]).*$/u;

/**
 * What stays the same however a street address is written: street, number and letter, without flat, floor, postal code and
 * place. Two flats of one house give the same; empty when nothing is left.
 */
export function houseOf(address: string): string {
  const parts = address
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .split(/[,;\n]/);
  const street = parts.map((part) => part.trim()).find((part) => part !== '' && !CARE_OF.test(part)) ?? '';
  return street
    .replace(/(?<=\p{L})g\.(?=\s|\d)/u, 'gatan')
    .replace(/(?<=\p{L})v\.(?=\s|\d)/u, 'vägen')
    .replace(AFTER_THE_HOUSE, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
