import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Begin, FromProvider, ToProvider } from './messages.js';
import type { DemoPerson } from './people.js';

// The library warns that it keeps everything in memory and of the version of Node: both are as they should be here.
Object.assign(console, { warn: () => undefined });

const say = (message: FromProvider): void => void process.send?.(message);

const waiting = new Map<number, (people: readonly DemoPerson[]) => void>();
let asked = 0;

/** Asks the program who may be chosen right now. */
function people(): Promise<readonly DemoPerson[]> {
  return new Promise((resolve) => {
    waiting.set(++asked, resolve);
    say({ ask: asked });
  });
}

/** Loaded late, so that it finds its warnings switched off. */
async function answering(issuer: string, told: Begin): Promise<RequestListener> {
  const { handler } = await import('./handler.js');
  return handler(issuer, told, people);
}

/** The address is part of what a provider is, so it listens first and is made then. */
function begin(told: Begin): void {
  const server = createServer();
  server.listen(0, '127.0.0.1', () => {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    void answering(issuer, told).then((answer) => {
      server.on('request', answer);
      say({ issuer });
    });
  });
}

process.on('message', (message: ToProvider) => {
  if ('begin' in message) return begin(message.begin);
  waiting.get(message.of)?.(message.people);
  waiting.delete(message.of);
});
process.on('disconnect', () => process.exit());
// Whoever stops the program by the keyboard stops this process too; it waits until its parent says so.
process.on('SIGINT', () => undefined);
