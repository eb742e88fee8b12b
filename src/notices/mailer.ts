import { createTransport } from 'nodemailer';

/** One mail: plain text and nothing in it that is not public. */
export interface Mail {
  /** Always the same for one mail, so that whoever gets it twice can tell. */
  readonly id: string;
  readonly to: string;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
}

/** Hands over mail. */
export interface Mailer {
  /** Rejects with `NotSent` when the mail has surely not gone; with anything else it may have. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** The server was not reached, or said no. */
export class NotSent extends Error {
  override readonly name = 'NotSent';
}

const TIMEOUT_MS = '15000';

/** Mail through an SMTP server (`smtp://` or `smtps://`, with user and password in the address). */
export function smtpMailer(smtpUrl: string, from: string): Mailer {
  const url = new URL(smtpUrl);
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout'])
    if (!url.searchParams.has(name)) url.searchParams.set(name, TIMEOUT_MS);
  const transport = createTransport(url.href);
  const host = from.split('@').at(-1);
  return {
    async send({ id, to, language, subject, text }) {
      // A server that does not answer is found out before anything of the mail is on its way.
      await transport.verify().catch(() => {
        throw new NotSent();
      });
      const headers = { 'Auto-Submitted': 'auto-generated', 'Content-Language': language };
      await transport
        .sendMail({ from, to, subject, text, headers, messageId: `<${id}@${host}>`, disableUrlAccess: true })
        .catch((error: { responseCode?: number }) => {
          throw error.responseCode === undefined ? error : new NotSent();
        });
    },
    close: () => transport.close(),
  };
}
