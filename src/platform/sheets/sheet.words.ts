import { SHEET_LIMITS, type SheetLimits } from './rows.js';
import type { SheetFault } from './sheet.js';

interface Words {
  readonly sv: string;
  readonly en: string;
}

/** What is wrong with a file that was to be read as a sheet, and what to do. */
export function sheetFaultWords({ fault, row }: SheetFault, limits: SheetLimits = SHEET_LIMITS): Words {
  return { ...words(limits)[fault](row) };
}

const words = ({
  rows,
  columns,
  unpacked,
}: SheetLimits): Record<SheetFault['fault'], (row?: number) => Words> => ({
  empty: () => ({
    sv: 'Filen har inga ifyllda rader. Kontrollera att rätt blad ligger först i arbetsboken.',
    en: 'The file has no rows that are filled in. See that the right sheet is the first in the workbook.',
  }),
  'no-sheet': () => ({
    sv: 'Filen är ingen arbetsbok och ingen textfil. Spara den som XLSX eller CSV.',
    en: 'The file is neither a workbook nor a text file. Save it as XLSX or CSV.',
  }),
  'old-format': () => ({
    sv: 'Filen är i det äldre formatet XLS, eller skyddad med lösenord. Spara den som XLSX utan lösenord.',
    en: 'The file is in the older format XLS, or protected by a password. Save it as XLSX without a password.',
  }),
  damaged: () => ({
    sv: 'Filen går inte att läsa: den är skadad. Öppna den i kalkylprogrammet och spara den på nytt.',
    en: 'The file cannot be read: it is damaged. Open it in the spreadsheet program and save it anew.',
  }),
  'open-quote': (row) => ({
    sv: `Rad ${row ?? 1} har ett citattecken som aldrig sluts. Ta bort det, eller spara filen som XLSX.`,
    en: `Row ${row ?? 1} has a quotation mark that is never closed. Remove it, or save the file as XLSX.`,
  }),
  'too-large': () => ({
    sv: `Arbetsboken är uppackad större än ${megabytes(unpacked)} MB. Ta bort bilder och andra blad, eller dela den.`,
    en: `The workbook is larger than ${megabytes(unpacked)} MB when unpacked. Remove pictures and other sheets, or part it.`,
  }),
  'too-many-rows': () => ({
    sv: `Bladet har fler än ${rows} rader. Dela det i flera filer.`,
    en: `The sheet has more than ${rows} rows. Part it into several files.`,
  }),
  'too-many-columns': (row) => ({
    sv: `Rad ${row ?? 1} har fler än ${columns} kolumner. Ta bort dem som inte hör till.`,
    en: `Row ${row ?? 1} has more than ${columns} columns. Remove those that do not belong.`,
  }),
});

const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024);
