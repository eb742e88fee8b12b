import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** What came to a server of mail. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** A real SMTP server on a free port of this machine. `refuses`: how it answers what it is sent from now on. */
export class MailServer {
  readonly received: Received[] = [];
  private readonly waiting: (() => void)[] = [];
  refuses: 'nothing' | 'everything' | 'and-breaks-off' = 'nothing';

  private constructor(private readonly server: SMTPServer) {}

  static async open(): Promise<MailServer> {
    const server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
      onData: (stream, session, done) => {
        void text(stream).then((raw) => mail.take(raw, session, done));
      },
    });
    const mail = new MailServer(server);
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    return mail;
  }

  get url(): string {
    const address = this.server.server.address();
    if (address === null || typeof address === 'string') throw new Error('it does not listen');
    return `smtp://127.0.0.1:${address.port}`;
  }

  /** Resolves when there is something. */
  async arrived(): Promise<void> {
    if (this.received.length === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private take(
    raw: string,
    { envelope }: Parameters<NonNullable<ConstructorParameters<typeof SMTPServer>[0]>['onData'] & object>[1],
    done: (error?: Error) => void,
  ): void {
    if (this.refuses === 'everything') return done(Object.assign(new Error('no'), { responseCode: 451 }));
    const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
    this.received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw });
    this.waiting.splice(0).forEach((go) => go());
    if (this.refuses === 'nothing') return done();
    // It has taken the mail, and is gone before it says so.
    for (const connection of this.server.connections) connection.close();
  }
}
