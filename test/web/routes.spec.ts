import { securityEvents } from '../../src/access/security-log.js';
import { pages } from '../../src/web/pages.js';
import { navigation } from '../../src/web/navigation.js';

describe('every page', () => {
  it('declares whom it lets in and what it writes into the security log', () => {
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter(({ permission, audit }) => !permission || !Array.isArray(audit))).toEqual([]);
    for (const { audit } of pages) for (const event of audit) expect(securityEvents).toContain(event);
  });

  it('that changes who may do what writes it down', () => {
    const silent = pages.filter(
      ({ method, audit, logs = [] }) => method === 'POST' && audit.length + logs.length === 0,
    );
    // A form under way is no case yet. An outcome, the reading of an alert or notice, settings, and lines of registers are kept with who and when in tables of their own.
    expect(silent.map(({ path }) => path)).toEqual([
      '/session/extend',
      '/drafts/:draft/own',
      '/drafts/:draft/discard',
      '/inbox/read',
      '/settings',
      '/dialogue',
      '/reports/kept/:kept/sent',
      '/goal/decisions',
      '/forecast',
      '/survey',
      '/survey/check',
      '/reviews/:review/outcome',
      '/alerts/:alert/read',
      '/alerts/read',
    ]);
    const written = new Set(pages.flatMap(({ audit }) => audit));
    expect([...securityEvents].filter((event) => !written.has(event))).toEqual([]);
  });

  it('is open to anyone only where nothing of anybody stands', () => {
    const open = pages.filter(({ permission }) => permission === 'anyone' || permission === 'provider');
    // A calendar is read by whoever has its secret address.
    expect(open.map(({ path }) => path).sort()).toEqual([
      '/',
      '/accessibility',
      '/auth/backchannel-logout',
      '/auth/callback',
      '/auth/sign-in',
      '/auth/signed-out',
      '/calendar/:secret',
      '/help',
      '/news',
    ]);
  });

  it('has an address and a name of its own, and takes a form with named fields only', () => {
    const addresses = pages.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(addresses).size).toBe(pages.length);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
  });

  it('that is linked to from the side is there', () => {
    const there = new Set(pages.filter(({ method }) => method === 'GET').map(({ path }) => path));
    expect(navigation.map(({ href }) => href).filter((href) => !there.has(href))).toEqual(['/api']);
  });
});
