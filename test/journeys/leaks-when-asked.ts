import { reports } from '../../src/reports/reports.js';
import { pages } from '../../src/web/pages.js';
import { partsOf } from '../support/zips.js';
import { all, each, FORMATS, YEAR, type Place } from './leak-place.js';
import { NAMED, WORDS } from './leak-world.js';

/** Everybody's sort but the named handlers'. */
const OTHERS = [
  ...['farsta.handlaggare', 'farsta.chef', 'boendeenheten.handlaggare', 'shis.handlaggare', 'shis.chef'],
  ...['formedlingen.handlaggare', 'stockholmshem.uthyrare', 'socialforvaltningen.granskare'],
  ...['socialforvaltningen.analytiker', 'system.forvaltare'],
];
/** Of every kind the one that comes to the most pages. */
const FURTHEST = OTHERS.filter(
  (login) => !/handlaggare|uthyrare/.test(login) || /^(boende|form)/.test(login),
);
const [district, shis] = NAMED;

const asked = (who: readonly string[], list: readonly string[]): [string, string][] =>
  who.flatMap((login) => list.map((one): [string, string] => [login, one]));

const inApi: Place = {
  what: 'the API, as others read files, lists, trails and registers',
  speaks: /"workflow":"dwelling"/,
  told: (world) => {
    const { family, flat } = world;
    const lists = ['', '?workflow=referral', '?workflow=offer', '?district=skarholmen', '?state=queued'];
    const parts = ['', '/events', '/documents', '/attachments'];
    const paths = [
      ...[family, flat].flatMap((id) => parts.map((at) => `files/${id}${at}`)),
      ...[`files/${family}?at=2099-01-01`, `files?text=${family}`],
      ...lists.map((query) => `files${query}`),
      ...['workflows', 'organisations', 'people', 'districts', 'access-reasons'],
    ];
    return each(asked(OTHERS, paths), async ([login, path]) =>
      all(await world.call(login, `/api/v1/${path}`)),
    );
  },
};

/** Officers and managers look at who reads what, and name the case by its number. */
const inWatching: Place = {
  what: 'alerts, reviews and who has read a case',
  speaks: /"readers":\[\{/,
  numbered: true,
  told: (world) =>
    each(asked(OTHERS, [`files/${world.family}/readers`, 'alerts', 'reviews']), async ([login, path]) =>
      all(await world.call(login, `/api/v1/${path}`)),
    ),
};

const inSearch: Place = {
  what: 'a search by others',
  speaks: /"files":\[\{/,
  told: (world) =>
    each(asked(OTHERS, [...WORDS, 'Testsson']), async ([login, text]) =>
      all(await world.call(login, '/api/v1/files/search', { text })),
    ),
};

const inReports: Place = {
  what: 'reports, broken down and in every format',
  speaks: /<worksheet/,
  told: (world) => {
    const wishes = reports.flatMap(({ name }) => [
      ...['', '&by=month'].map((by) => `${name}?year=${YEAR}&format=json${by}`),
      ...FORMATS.map((format) => `${name}?year=${YEAR}&format=${format}&by=district`),
    ]);
    const readers = ['shis.chef', 'socialforvaltningen.analytiker', 'farsta.handlaggare'];
    return each(asked(readers, wishes), async ([login, wish]) => {
      const { status, headers, bytes, all: text } = await world.call(login, `/api/v1/reports/${wish}`);
      const isSheet = status === 200 && wish.includes('format=xlsx');
      return isSheet ? [headers, ...Object.entries(partsOf(bytes)).flat()].join('\n') : text;
    });
  },
};

/** Each page there is, about the family and an event of the family's; and those of the flat that it was offered. */
const inPages: Place = {
  what: 'every page, as others open it',
  speaks: /<h1[^>]*>Lägenheter/,
  numbered: true,
  told: (world) => {
    const { family, flat } = world;
    const filled = (path: string): string =>
      path
        .replace(':file', family)
        .replace(':name', 'refusals')
        .replace(':document', '1.confirmation')
        .replace(/:\w+/g, '1');
    const open = pages.filter(
      ({ method, path }) => method === 'GET' && !/^\/(auth|live|calendar)/.test(path),
    );
    const paths = [...open.map(({ path }) => filled(path)), `/files/${flat}`, `/files/${flat}/events`];
    return each(asked(FURTHEST, paths), async ([login, path]) => all(await world.page(login, path)));
  },
};

const inInboxes: Place = {
  what: 'notices',
  speaks: /<main[^]*\/files\/[0-9a-z]{11}/,
  told: (world) => each(OTHERS, async (login) => all(await world.page(login, '/inbox'))),
};

const inMail: Place = {
  what: 'mail',
  speaks: /^Subject: Husrum/m,
  told: async (world) => {
    await world.mail.arrived();
    return world.mail.received.map((one) => [one.from, ...one.to, one.raw].join('\n'));
  },
};

/** SHIS is told how many terms of a sort end on a day: of the two families the other alone. */
const inCalendars: Place = {
  what: 'calendars',
  speaks: /BEGIN:VEVENT[^]*SUMMARY:[^\n]*: 1\r/,
  told: (world) =>
    each(['shis.handlaggare', shis, district], async (login) => {
      const made = await world.runtime.calendars.make(login);
      const { status, all: text } = await world.page(login, `/calendar/${made}.ics`);
      return status === 200 ? text : '';
    }),
};

const inStreams: Place = {
  what: 'the stream of changes to pages that others have open',
  speaks: /^event: changed/m,
  told: async (world) => {
    const { cookies } = await world.visitor('shis.handlaggare');
    const { body, headers } = await fetch(`${world.url}/live?of=${world.plain},${world.family}`, {
      headers: { cookie: [...cookies].map((one) => one.join('=')).join('; ') },
    });
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    const data = { note: 'Qwyzzla' };
    await world.step(district, { event: 'note', file: world.family, data });
    await world.step('farsta.handlaggare', { event: 'note', file: world.plain, data });
    let text = JSON.stringify([...headers]);
    while (!text.includes('event: changed')) {
      const read = await reader?.read();
      if (read === undefined || read.done) break;
      text += `\n${read.value}`;
    }
    await reader?.cancel();
    return [text];
  },
};

/** Where others ask: the API, pages, and what comes to them. */
export const whenAsked: readonly Place[] = [
  ...[inApi, inWatching, inSearch, inReports, inPages, inInboxes, inMail, inCalendars, inStreams],
];
