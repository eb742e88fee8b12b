import { readPasted } from '../../src/platform/sheets/sheet.js';
import { responsesIn, type Responses } from '../../src/register/survey-sheet.js';

async function readSheet(pasted: string): Promise<Responses> {
  const sheet = await readPasted(pasted);
  if ('fault' in sheet) throw new Error(sheet.fault);
  return responsesIn(sheet.rows);
}

describe('the sheet of a survey round', () => {
  it('is read as it is copied out of a spreadsheet, by words or codes, without its head', async () => {
    const { responses, faults } = await readSheet(
      'Boende\tNyanländ\tHushållstyp\tOrsak\r\nHotellrum\tnej\tPar med barn\tSocial\r\n\r\ntrial\tJA\tsingle-woman\tvet ej\r\n',
    );
    expect(faults).toEqual([]);
    expect(responses).toEqual([
      { situation: 'hotel', newlyArrived: false, householdType: 'couple', cause: 'social', family: 'rad-2' },
      {
        situation: 'trial',
        newlyArrived: true,
        householdType: 'single-woman',
        cause: 'unknown',
        family: 'rad-4',
      },
    ]);
  });

  it('is read in the order that its first row names', async () => {
    const { responses } = await readSheet(
      'Svar nummer;Orsak;Boende;Hushållstyp;Nyanländ;Anteckning\n17;Social;Hotellrum;Par med barn;nej;x',
    );
    expect(responses).toEqual([
      {
        situation: 'hotel',
        newlyArrived: false,
        householdType: 'couple',
        cause: 'social',
        family: 'svar-17',
      },
    ]);
  });

  it('is read as a CSV file with semicolons and quotation marks', async () => {
    const { responses } = await readSheet('"Vandrarhem";"nej";"Vet ej";"Strukturell";"17"');
    expect(responses).toEqual([
      {
        situation: 'hostel',
        newlyArrived: false,
        householdType: 'unknown',
        cause: 'structural',
        family: 'svar-17',
      },
    ]);
  });

  it('tells every fault by its row, and what to write instead', async () => {
    const { faults } = await readSheet(
      'slott\tkanske\tcouple\tsocial\nhotel\tnej\tcouple\tsocial\t19121212-1212',
    );
    expect(faults.map(({ row, message: { en } }) => `${row} ${en.slice(0, 44)}`)).toEqual([
      '1 “slott” in the column housing. Write one of:',
      '1 “kanske” in the column newly arrived. Write ',
      '2 The number of the response may have at most ',
    ]);
  });

  it('takes one response for each family', async () => {
    const { faults } = await readSheet(
      'hotel,nej,couple,social,7\nhotel,nej,couple,social,7\nhotel,nej,couple,social,',
    );
    expect(faults.map(({ row, message: { en } }) => [row, en])).toEqual([
      [2, 'The same response as row 1: each family answers once.'],
    ]);
  });
});
