import type { Text } from '../../workflows/definition.js';

/** Why a file cannot be attached. Each says what to do. */
export const attachmentWords = {
  noFile: { sv: 'Välj en fil som inte är tom.', en: 'Choose a file that is not empty.' } as Text,
  tooLarge: (megabytes: number): Text => ({
    sv: `Filen är större än ${megabytes} MB. Välj en mindre, eller dela upp den.`,
    en: `The file is larger than ${megabytes} MB. Choose a smaller one, or divide it.`,
  }),
  otherKind: {
    sv: 'Filens innehåll är inte av ett slag som kan bifogas. Spara den som PDF, PNG, JPEG, TIFF, Word, Excel, OpenDocument (utan makron) eller ren text i UTF-8.',
    en: 'The content of the file is of no kind that can be attached. Save it as PDF, PNG, JPEG, TIFF, Word, Excel, OpenDocument (without macros) or plain text in UTF-8.',
  } as Text,
} as const;
