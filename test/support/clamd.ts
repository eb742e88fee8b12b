import { createServer, type AddressInfo, type Server } from 'node:net';

/** What the European Institute for Computer Antivirus Research gives out to try scanners with; in two parts, so that none stumbles here. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A server that speaks clamd's INSTREAM, and finds one signature. */
export class Clamd {
  /** How many streams it has looked through. */
  scanned = 0;
  /** What it answers in place of what it finds. */
  instead: string | null = null;

  private constructor(private readonly server: Server) {}

  static async listen(): Promise<Clamd> {
    const server = createServer();
    const clamd = new Clamd(server);
    server.on('connection', (socket) => {
      let read = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (part: Buffer) => {
        read = Buffer.concat([read, part]);
        const content = streamIn(read);
        if (content === null) return;
        clamd.scanned++;
        const found = content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
        socket.end(`${clamd.instead ?? found}\0`);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return clamd;
  }

  get url(): string {
    return `tcp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const COMMAND = 'zINSTREAM\0';

/** The content of a whole stream; null while it is not. */
function streamIn(read: Buffer): Buffer | null {
  if (read.length < COMMAND.length) return null;
  if (read.subarray(0, COMMAND.length).toString() !== COMMAND) throw new Error('another command');
  const parts: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= read.length;) {
    const length = read.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    if (at + 4 + length > read.length) return null;
    parts.push(read.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
