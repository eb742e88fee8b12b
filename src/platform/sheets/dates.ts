import type { Parts } from './parts.js';
import { readXml } from './xml.js';

const DAY_MS = 86_400_000;
/** The formats of days that need not be told (ECMA-376 part 1, § 18.8.30). */
const isKnownDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a format of its own shows a day: years or days stand in it, outside quotation marks and brackets. */
const showsDay = (format: string): boolean =>
  /[yåd]/i.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '').split(';')[0] ?? '');

/** For each style of a workbook, whether its numbers are days. */
export async function dayStylesIn(parts: Parts, path: string | undefined): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (path === undefined) return styles;
  const own = new Map<number, boolean>();
  let isStyle = false;
  await readXml(parts.text(path), {
    open(name, told) {
      if (name === 'numFmt') own.set(Number(told['numFmtId']), showsDay(told['formatCode'] ?? ''));
      if (name === 'cellXfs') isStyle = true;
      if (name !== 'xf' || !isStyle) return;
      const id = Number(told['numFmtId'] ?? 0);
      styles.push(own.get(id) ?? isKnownDate(id));
    },
    close(name) {
      if (name === 'cellXfs') isStyle = false;
    },
  });
  return styles;
}

/** The day that a number of a workbook stands for, YYYY-MM-DD; the number as it is when it stands for none. */
export function dayOfSerial(serial: number, isFrom1904: boolean): string {
  // Counted from 1900 there is a 29 February 1900, which never was.
  const first = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const at = new Date(first + Math.floor(serial) * DAY_MS);
  const isDay = serial >= 1 && at.getUTCFullYear() < 10_000;
  return isDay ? at.toISOString().slice(0, 10) : String(serial);
}
