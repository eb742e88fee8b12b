import writeXlsxFile from 'write-excel-file/node';
import { WebWorld } from './web-world.js';
import type { Visitor } from './visitor.js';

const HEAD = 'Anläggning\tNummer\tRum\tYta\tVåning\tHiss\tTillgänglig\tHusdjur\tHyra\tKostnad per tom dag';
const sheet = (...rows: string[]): string => [HEAD, ...rows].join('\n');
const PATH = '/flats/import';

describe('the stock read in from a spreadsheet', () => {
  let world: WebWorld;
  let shis: Visitor;
  beforeAll(async () => {
    world = await WebWorld.open();
    await world.put('facility', { code: 'ekbacken', name: 'Ekbacken', from: '2010-01-01' });
    shis = await world.signedIn('shis.handlaggare');
  }, 60_000);
  afterAll(() => world.close());

  const flats = async (): Promise<Record<string, unknown>[]> => {
    const { rows } = await world.runtime.pool.query<{ record: Record<string, unknown> }>(
      `select record from case_file where kind = 'dwelling' and record ->> 'facility' = 'ekbacken' order by record ->> 'number'`,
    );
    return rows.map(({ record }) => record);
  };
  const events = async (): Promise<number> => {
    const { rows } = await world.runtime.pool.query<{ n: number }>('select count(*)::int as n from event');
    return rows[0]?.n ?? 0;
  };

  /** Sends a form as its own encoding has it. */
  const sent = async (
    path: string,
    fields: Readonly<Record<string, string | Blob>>,
  ): Promise<{ status: number; text: string }> => {
    const body = new FormData();
    body.set('token', await shis.token());
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const cookie = [...shis.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, world.url), { method: 'POST', headers: { cookie }, body });
    return { status: answer.status, text: await answer.text() };
  };

  it('is shown row by row before anything is written, then taken by real steps', async () => {
    const rows = sheet(
      'Ekbacken\tB 1\t2\t54,5\t1\tja\tja\tnej\t7 400\t310',
      'ekbacken\tB 2\t3\t\t\t\t\t\t9000\t',
    );
    const before = await events();
    const checked = await shis.form(PATH, { rows });
    expect(checked.status).toBe(200);
    expect(checked.text).toContain('Nya: 2. Ändrade: 0. Redan likadana: 0.');
    expect(checked.text).toContain('Ekbacken B 1');
    expect(await events()).toBe(before);
    const taken = await shis.form(`${PATH}/check`, { rows });
    expect(taken.location).toContain('done=2');
    expect(await flats()).toMatchObject([
      {
        number: 'B 1',
        rooms: 2,
        area: 54.5,
        lift: true,
        access: true,
        pets: false,
        rent: 7400,
        dailyCost: 310,
      },
      { number: 'B 2', rooms: 3, rent: 9000 },
    ]);
    const { rows: written } = await world.runtime.pool.query<{ by: string }>(
      `select distinct convert_from(canonical, 'UTF8')::jsonb ->> 'by' as by from event where seq = 1`,
    );
    expect(written).toContainEqual({ by: 'shis.handlaggare' });
  });

  it('changes only what differs, and nothing when it is read in again', async () => {
    const rows = sheet('Ekbacken\tb 1\t2\t\t\t\t\t\t7600\t', 'Ekbacken\tB 2\t3\t\t\t\t\t\t9000\t');
    const checked = await shis.form(PATH, { rows });
    expect(checked.text).toContain('Nya: 0. Ändrade: 1. Redan likadana: 1.');
    expect(checked.text).toMatch(/hyra: 7.400 → 7.600/);
    await shis.form(`${PATH}/check`, { rows });
    expect(await flats()).toMatchObject([{ rent: 7600, area: 54.5 }, { rent: 9000 }]);
    const before = await events();
    expect((await shis.form(PATH, { rows })).text).toContain('Ingenting är nytt eller ändrat.');
    expect((await shis.form(`${PATH}/check`, { rows })).location).toContain('done=0');
    expect(await events()).toBe(before);
  });

  it('tells what is wrong by row, writes nothing, and keeps what was pasted', async () => {
    const rows = sheet(
      'Okänd\tB 3\t2\t\t\t\t\t\t7000\t',
      'Ekbacken\tB 4\ttvå\t\t\tkanske\t\t\t\t',
      'Ekbacken\tB 5\t2\t\t\t\t\t\t7000\t',
      'Ekbacken\tb 5\t2\t\t\t\t\t\t7000\t',
    );
    const before = await events();
    const told = await shis.form(PATH, { rows });
    expect(told.status).toBe(422);
    for (const says of [
      /Rad 2: ”Okänd” i kolumnen anläggning\. Skriv någon av: .*Ekbacken/,
      /Rad 3: ”två” i kolumnen rum\. Skriv ett helt tal/,
      /Rad 3: ”kanske” i kolumnen hiss\. Skriv ja eller nej\./,
      /Rad 3: kolumnen hyra är tom\. Fyll i den\./,
      /Rad 5: samma lägenhet som rad 4\. Ta bort den ena\./,
    ])
      expect(told.text).toMatch(says);
    expect(told.text).toContain('Okänd\tB 3');
    expect((await shis.form(`${PATH}/check`, { rows })).status).toBe(422);
    expect(await events()).toBe(before);
  });

  it('reads a workbook as well, with columns in English and in any order', async () => {
    const data = [
      ['Rent', 'Rooms', 'Number', 'Facility'],
      [8000, 4, 'B 9', 'Ekbacken'],
    ].map((row) => row.map((value) => ({ value })));
    const content = await writeXlsxFile(data as never).toBuffer();
    const file = new Blob([new Uint8Array(content)]);
    const { text } = await sent(PATH, { rows: '', file });
    expect(text).toContain('Nya: 1. Ändrade: 0.');
    expect(text).toContain('Ekbacken B 9');
  });

  const long = (letters: number): string =>
    sheet(
      ...Array.from({ length: 900 }, (_, n) => `Ekbacken\tD ${n}\t2${' '.repeat(letters)}\t\t\t\t\t\t7000\t`),
    );

  it('of a whole city is carried along to where it is taken', async () => {
    const rows = long(30);
    const { text, status } = await sent(PATH, { rows });
    expect(status).toBe(200);
    expect(text).toContain('Nya: 900.');
    expect(text).toMatch(/<form[^>]*action="\/flats\/import\/check"[^>]*enctype="multipart\/form-data"/);
    const back = await sent(`${PATH}/check`, { rows, back: '1' });
    expect(back.status).toBe(200);
    expect(back.text).toContain('Ekbacken\tD 899');
  });

  it('that is too long is told so, and what else was typed can be sent again', async () => {
    const pasted = await sent(PATH, { rows: long(60) });
    expect(pasted.status).toBe(422);
    expect(pasted.text).toContain('Raderna är för långa för att läsas in på en gång.');
    // A letter of two bytes each: what is cut off by the limit in bytes is never taken for the whole.
    const letters = await sent(PATH, { rows: 'å'.repeat(50_000) });
    expect(letters.text).toContain('Raderna är för långa');
    const wide = Array.from({ length: 900 }, (_, n) => `Ekbacken;D ${n};2;${'x'.repeat(60)};;;;;7000;`);
    const file = await sent(PATH, { rows: 'Ekbacken\tB 1', file: new Blob([wide.join('\n')]) });
    expect(file.status).toBe(422);
    expect(file.text).toContain('href="#file">Raderna är för långa');
    expect(file.text).toContain('>Ekbacken\tB 1</textarea>');
  });

  it('is for those who look after SHIS’s flats alone', async () => {
    const farsta = await world.signedIn('farsta.handlaggare');
    expect((await farsta.get(PATH)).status).toBe(403);
    expect((await farsta.get('/flats')).text).not.toContain(PATH);
    expect((await shis.get('/flats')).text).toContain(PATH);
  });
});
