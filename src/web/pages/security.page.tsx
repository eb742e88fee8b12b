import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head, Section, Toast } from '../parts.js';
import { SessionTable, TokenTable, type SessionLine, type TokenLine } from './token-tables.js';

/** What the administration of sessions and tokens is made from. */
export interface SecurityPage {
  readonly language: Language;
  readonly token: string;
  readonly sessions: readonly SessionLine[];
  readonly tokens: readonly TokenLine[];
  /** What has just been done. */
  readonly done: 'ended' | 'revoked' | 'gone' | null;
}

const text = {
  sv: {
    title: 'Inloggningar och nycklar',
    lead: 'Det som avslutas eller återkallas här upphör genast. Vem som gjorde det antecknas.',
    sessions: 'Inloggade nu',
    tokens: 'Gällande åtkomstnycklar',
    ended: 'Inloggningen är avslutad.',
    revoked: 'Nyckeln är återkallad.',
    gone: 'Den hade redan upphört.',
  },
  en: {
    title: 'Sessions and tokens',
    lead: 'What is ended or revoked here is over at once. Who did it is written down.',
    sessions: 'Signed in now',
    tokens: 'Access tokens in force',
    ended: 'The session has been ended.',
    revoked: 'The token has been revoked.',
    gone: 'It was over already.',
  },
} as const;

/** All sessions and tokens in force, for whoever answers for the system's security. */
export function securityPage({ language, token, sessions, tokens, done }: SecurityPage): Shown {
  const say = text[language];
  const shared = { language, token, withNames: true };
  const main = (
    <>
      {done && <Toast>{say[done]}</Toast>}
      <Head title={say.title} lead={say.lead} />
      <Section id="sessions" title={say.sessions}>
        <SessionTable {...shared} lines={sessions} to="/security/sessions/end" caption={say.sessions} />
      </Section>
      <Section id="tokens" title={say.tokens}>
        <TokenTable {...shared} lines={tokens} to="/security/tokens/revoke" caption={say.tokens} />
      </Section>
    </>
  );
  return { title: say.title, main };
}
