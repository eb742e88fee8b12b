import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calledHere } from '../cli/husrum.js';
import { openBrowser } from '../support/browser.js';
import { pdfOf } from '../support/pdf.js';
import { signInAs } from '../web/browsing.js';
import { all, each, FORMATS, YEAR, type Place } from './leak-place.js';
import { NAMED, secret, type Back } from './leak-world.js';

const [district] = NAMED;

type Papers = Readonly<Record<'attachments' | 'documents', readonly Readonly<Record<string, unknown>>[]>>;
const bodyOf = ({ bytes }: Back): Papers => JSON.parse(bytes.toString()) as Papers;

/** Names of files are seen by who stands behind a named handler, and kept by their machine. */
const inFileNames: Place = {
  what: 'the names and headers of papers, fetched by a named handler',
  speaks: /filename="bilaga-[^"]+\.txt"/,
  numbered: true,
  told: async (world) => {
    const at = `/api/v1/files/${world.family}`;
    const form = new FormData();
    form.set('readers', 'shared');
    form.set('description', 'Qwyzzla');
    form.set('file', new File(['Ixolite Zyxström'], 'Ixolite Zyxström.txt', { type: 'text/plain' }));
    await world.call(district, `${at}/attachments`, form);
    const { attachments } = bodyOf(await world.call(district, `${at}/attachments`));
    const { documents } = bodyOf(await world.call(district, `${at}/documents`));
    const attached = await each(attachments, async ({ attachment }) => {
      const { status, headers } = await world.call(district, `${at}/attachments/${String(attachment)}`);
      return status === 200 ? headers : '';
    });
    const written = await each(documents, async ({ document }) => {
      const paper = `/files/${world.family}/documents/${String(document)}.pdf`;
      const { status, headers } = await world.page(district, paper);
      return status === 200 && headers.includes('.pdf"') ? headers : '';
    });
    return [...attached, ...(written.length > 0 ? written : [''])];
  },
};

const inPapers: Place = {
  what: 'papers of a family like any other, and of the protected one as others ask for them',
  speaks: /filename="[^"]+\.pdf"[^]*Testsson/,
  told: async (world) => {
    const list = await world.call('farsta.handlaggare', `/api/v1/files/${world.plain}/documents`);
    return each(bodyOf(list).documents, async ({ document }) => {
      const paper = `documents/${String(document)}.pdf`;
      const own = await world.page('farsta.handlaggare', `/files/${world.plain}/${paper}`);
      const hidden = await world.page('shis.handlaggare', `/files/${world.family}/${paper}`);
      return [own.headers, (await pdfOf(own.bytes)).text, hidden.status, hidden.headers].join('\n');
    });
  },
};

const inEvidence: Place = {
  what: 'evidence that an auditor exports',
  speaks: /filename="bevis-[^]*"canonical"/,
  numbered: true,
  told: (world) =>
    each([world.plain, world.flat, world.family], async (file) =>
      all(await world.page('socialforvaltningen.granskare', `/files/${file}/evidence`, { purpose: 'audit' })),
    ),
};

const inErrors: Place = {
  what: 'errors, even to who typed it',
  speaks: /"code":"[a-z-]+"/,
  numbered: true,
  told: async (world) => {
    const wrong = [
      { type: 'nonsense', data: { note: 'Ixolite Zyxström' } },
      { type: 'note', data: { nope: 'Qwyzzla', note: 7 } },
      { type: 'memberJoins', data: { person: { name: 'Vexia' }, on: 'Krumelurskolan' } },
      { type: 'note', data: { note: 'Qwyzzla' }, occurredAt: 'Ixolite' },
      '{"type":"note","data":{"note":"Qwyzzla"',
    ];
    const asked = [...NAMED, 'farsta.handlaggare'].flatMap((login) => wrong.map((body) => ({ login, body })));
    const answers = await each(asked, async ({ login, body }) => {
      const { status, all: text } = await world.call(login, `/api/v1/files/${world.family}/events`, body);
      return status >= 400 && status < 500 ? text : '';
    });
    const referral = { workflow: 'referral', data: secret };
    const opened = await world.call('shis.handlaggare', '/api/v1/files', referral);
    return [...answers, opened.status === 403 ? opened.all : ''];
  },
};

/** Addresses stay in a browser's history, and in the logs of what stands between. */
const inAddresses: Place = {
  what: 'the addresses that a named handler’s own pages lead to and send to',
  speaks: /\/files\/[0-9a-z]{11}/,
  numbered: true,
  told: async (world) => {
    const own = `/files/${world.family}`;
    const searched = await world.page(district, '/search', { text: 'Ixolite' });
    const texts = await each(['/', '/files', own, `${own}/events`, `${own}/documents`], async (path) =>
      all(await world.page(district, path)),
    );
    const addresses = /(?:href|action|src)="([^"]*)"|^location: (.*)$/gm;
    return [searched.all, ...texts].map((text) =>
      [...text.matchAll(addresses)].map(([one]) => one).join('\n'),
    );
  },
};

const inMetrics: Place = {
  what: 'metrics',
  speaks: /husrum_/,
  told: async (world) => [await (await fetch(world.metrics)).text()],
};

const SEEN = ['shis.handlaggare', 'farsta.handlaggare', 'socialforvaltningen.granskare'];
const inBrowsers: Place = {
  what: 'browsers: titles, what stands on the page, and what scripts say',
  speaks: /<title>Lägenheter/,
  numbered: true,
  told: async (world) => {
    const browser = await openBrowser();
    try {
      return await each(SEEN, async (login) => {
        const page = await browser.newPage();
        const texts: string[] = [];
        page.on('console', (line) => texts.push(line.text()));
        await signInAs(page, world.url, login);
        for (const path of ['/', '/files', '/flats', `/files/${world.flat}`, `/files/${world.family}`]) {
          await page.goto(`${world.url}${path}`);
          texts.push(page.url(), `<title>${await page.title()}`, await page.content());
        }
        await page.close();
        return texts.join('\n');
      });
    } finally {
      await browser.close();
    }
  },
};

const inCommands: Place = {
  what: 'the command line',
  speaks: /^verify --format json\n[^]*"events": ?\d/,
  numbered: true,
  told: async (world) => {
    const book = join(world.folder, 'book.jsonl');
    const line = {
      ...{ at: '2021-02-01T10:00:00+01:00', by: 'farsta.handlaggare', process: 'r-1', open: 'referral' },
      data: { ...secret, nope: 'Qwyzzla' },
    };
    await writeFile(book, `${JSON.stringify(line)}\n{"Ixolite":\n`);
    const log = ['access-log', '--file', world.family, '--format', 'json'];
    const calls = [
      ...[['verify'], ['verify', '--format', 'json'], ['doctor'], ['checkpoint']],
      ...[['import', book, '--dry-run'], ['access-log', '--login', district], log],
      ...FORMATS.map((format) => ['report', 'refusals', '--year', String(YEAR), '--format', format]),
    ];
    return each(calls, async (args) => {
      const { out, err } = await calledHere(world.environment, ...args);
      return `${args.join(' ')}\n${out}${err}`;
    });
  },
};

const inTheLog: Place = {
  what: 'what the program logs, with everything told',
  speaks: /"req/,
  numbered: true,
  told: (world) => Promise.resolve([world.printed]),
};

const inNames: Place = {
  what: 'the names of the files that the program keeps',
  speaks: /book\.jsonl/,
  told: async ({ folder }) => [(await readdir(folder, { recursive: true })).join('\n')],
};

const inTables: Place = {
  what: 'the tables that lie open: logs, messages, mail, alerts, incidents, reviews, registers',
  speaks: /"what":"(?:list|search|file)/,
  numbered: true,
  told: async ({ runtime }) => {
    const open = ['outbox', 'alert', 'incident', 'security_event', 'notice', 'mail', 'review_item', 'person'];
    const parts = [
      ...open.map((table) => `select row_to_json(t)::text as text from ${table} t`),
      ...['event', 'access_entry'].map(
        (table) => `select convert_from(canonical, 'UTF8') as text from ${table}`,
      ),
    ];
    const { rows } = await runtime.pool.query<{ text: string }>(parts.join(' union all '));
    return rows.map(({ text }) => text);
  },
};

/** Where it would stand beside what was asked for; the log, the names and the tables when all else has been at work. */
export const beside: readonly Place[] = [
  ...[inFileNames, inPapers, inEvidence, inErrors, inAddresses, inMetrics, inBrowsers, inCommands],
  ...[inTheLog, inNames, inTables],
];
