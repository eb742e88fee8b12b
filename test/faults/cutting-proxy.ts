import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What a proxy does to a connection that is about to commit a step. */
export type Cut = 'answer lost' | 'never arrived' | 'half sent';

/** Stands between an engine and PostgreSQL and cuts connections, as a bad network does. */
export interface CuttingProxy {
  /** The database's address by way of the proxy. */
  readonly url: string;
  /** How many connections were cut so far. */
  readonly cuts: () => number;
  /** Asked at each commit: how this one is cut, or null to let it through. */
  atCommit: () => Cut | null;
  /** Asked at each new connection: after how many bytes, both ways together, it is cut. */
  bytes: () => number;
  /** While true no connection comes about. */
  closed: boolean;
  close(): Promise<void>;
}

const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
const COMMITS = ['commit_files'];

/** Opens a proxy before the server of a database address. It cuts nothing until it is told to. */
export async function cuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const [real, address] = [new URL(databaseUrl), new URL(databaseUrl)];
  const sockets = new Set<Socket>();
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(real.port), real.hostname);
    const ends = [client, upstream];
    const cut = () => ends.forEach((end) => end.destroy());
    for (const end of ends) {
      sockets.add(end);
      end.on('error', () => undefined).on('close', () => (sockets.delete(end), cut()));
    }
    if (proxy.closed) return cut();
    carry(proxy, client, upstream, () => {
      cuts++;
      cut();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address.port = String((server.address() as AddressInfo).port);
  const proxy: CuttingProxy = {
    url: address.href,
    cuts: () => cuts,
    atCommit: () => null,
    bytes: () => Infinity,
    closed: false,
    async close() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((closed) => server.close(closed));
    },
  };
  return proxy;
}

/** Carries bytes both ways until the connection is cut. An answer is held back until the server has finished it. */
function carry(proxy: CuttingProxy, client: Socket, upstream: Socket, cut: () => void): void {
  let left = proxy.bytes();
  let losing = false;
  const through = (to: Socket, chunk: Buffer): void => {
    to.write(chunk.subarray(0, left));
    left -= chunk.length;
    if (left <= 0) cut();
  };
  client.on('data', (chunk: Buffer) => {
    const commits = COMMITS.some((name) => chunk.includes(name));
    const how = commits ? proxy.atCommit() : null;
    if (how === 'never arrived') return cut();
    if (how === 'half sent') {
      upstream.write(chunk.subarray(0, chunk.length / 2), cut);
      return;
    }
    losing ||= how === 'answer lost';
    through(upstream, chunk);
  });
  upstream.on('data', (chunk: Buffer) => {
    if (!losing) through(client, chunk);
    else if (chunk.includes(READY)) cut();
  });
}
