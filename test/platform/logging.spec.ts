import { Writable } from 'node:stream';
import { pino } from 'pino';
import { loggingOptions } from '../../src/platform/logging.js';

/** What one call of the logger writes, as text. */
function written(log: (logger: pino.Logger) => void): string {
  const chunks: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => (chunks.push(String(chunk)), done()) });
  log(pino(loggingOptions('trace'), sink));
  return chunks.join('');
}

describe('the log', () => {
  it('leaves out every field that is not on the list', () => {
    expect(written((log) => log.info({ personNumber: '191212121212', fileId: 7 }, 'step'))).toMatch(
      /"fileId":7,"msg":"step"/,
    );
    expect(written((log) => log.info({ personNumber: '191212121212' }, 'step'))).not.toContain('19121212');
  });

  it('tells of a request its method and route only', () => {
    const req = {
      method: 'GET',
      url: '/files?text=Svea',
      headers: { a: 'Svea' },
      routeOptions: { url: '/files' },
    };
    const line = written((log) =>
      log.info({ req, res: { statusCode: 200, body: 'Svea' } }, 'request completed'),
    );
    expect(line).not.toContain('Svea');
    expect(JSON.parse(line)).toMatchObject({
      req: { method: 'GET', route: '/files' },
      res: { statusCode: 200 },
    });
  });

  it('tells of an error its kind, code and frames, never its message', () => {
    const error = Object.assign(new TypeError('Key (name)=(Svea) exists'), { code: '23505' });
    for (const line of [written((log) => log.error(error)), written((log) => log.error({ err: error }))]) {
      expect(line).not.toContain('Svea');
      expect(JSON.parse(line)).toMatchObject({ err: { type: 'TypeError', code: '23505' } });
    }
  });

  it('keeps addresses out of messages', () => {
    expect(written((log) => log.info('Route GET:/files/Svea?x=1 not found'))).toContain(
      '"msg":"Route not found"',
    );
  });
});
