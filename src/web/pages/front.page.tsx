import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head, Toast } from '../parts.js';
import { signInPath } from './sign-in-path.js';

const text = {
  sv: {
    title: 'Bostad för familjer utan hem',
    lead: 'I Husrum följs en familj från stadsdelens remiss till SHIS, Bostadsförmedlingen och ett eget kontrakt.',
    mustTitle: 'Logga in för att se sidan',
    must: 'Sidan är bara för den som är inloggad. Efter inloggningen kommer du hit igen.',
    signIn: 'Logga in',
    none: 'Det går inte att logga in just nu: ingen inloggningstjänst är ansluten. Kontakta förvaltningen av systemet.',
    demo: 'Det här är en demonstration med påhittade personer. Du väljer själv vem du loggar in som.',
    out: 'Du är utloggad.',
    api: 'Beskrivningen av API:et',
  },
  en: {
    title: 'Homes for families without one',
    lead: 'Husrum follows a family from the district’s referral to SHIS, the housing agency and a lease of its own.',
    mustTitle: 'Sign in to see the page',
    must: 'The page is only for those who have signed in. After that you come back here.',
    signIn: 'Sign in',
    none: 'One cannot sign in right now: no sign-in service is connected. Contact those who run the system.',
    demo: 'This is a demonstration with invented people. You choose yourself whom you sign in as.',
    out: 'You have signed out.',
    api: 'The description of the API',
  },
} as const;

/** What the front page is made from. */
export interface FrontPage {
  readonly language: Language;
  /** Where to go after signing in. */
  readonly to: string;
  /** Somebody came to a page that needs a session. */
  readonly must?: boolean;
  /** There is no provider to sign in at. */
  readonly closed?: boolean;
  readonly demo?: boolean;
  readonly signedOut?: boolean;
}

/** The page for whoever has not signed in. */
export function frontPage({ language, to, must, closed, demo, signedOut }: FrontPage): Shown {
  const say = text[language];
  const title = must ? say.mustTitle : say.title;
  const main = (
    <>
      {signedOut && <Toast>{say.out}</Toast>}
      <Head title={title} lead={must ? say.must : say.lead} />
      {closed ? (
        <p class="notice is-soon">{say.none}</p>
      ) : (
        <p class="acts">
          <a class="btn btn-main" href={signInPath(to)}>
            {say.signIn}
          </a>
        </p>
      )}
      {demo && <p class="prose">{say.demo}</p>}
      {!must && (
        <p>
          <a href="/api">{say.api}</a>
        </p>
      )}
    </>
  );
  return { title, main, ...(must && { status: 401 }) };
}
