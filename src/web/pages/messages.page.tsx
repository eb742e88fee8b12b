import type { VNode } from 'preact';
import type { Text } from '../../../workflows/definition.js';
import type { Refusal } from '../../engine/refusals.js';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head } from '../parts.js';
import { signInPath } from './sign-in-path.js';

const text = (sv: string, en: string): Text => ({ sv, en });

const message = (language: Language, status: number, title: Text, lead: Text, way?: VNode): Shown => ({
  title: title[language],
  status,
  main: (
    <>
      <Head title={title[language]} lead={lead[language]} />
      {way && <p class="acts">{way}</p>}
    </>
  ),
});

const toStart = (language: Language): VNode => (
  <a class="btn" href="/">
    {text('Till startsidan', 'To the start page')[language]}
  </a>
);

const signIn = (language: Language, to: string, fresh = false): VNode => (
  <a class="btn btn-main" href={signInPath(to, fresh)}>
    {text('Logga in igen', 'Sign in again')[language]}
  </a>
);

/** There is nothing here, or nothing that the reader may know of: the two are told alike. */
export const notFound = (language: Language): Shown =>
  message(
    language,
    404,
    text('Sidan finns inte', 'There is no such page'),
    text(
      'Adressen kan vara felskriven, eller så är sidan inte till för dig. Börja om från startsidan.',
      'The address may be mistyped, or the page is not meant for you. Begin again at the start page.',
    ),
    toStart(language),
  );

/** The role may not; the text says for whom the page is. */
export const noPermission = (language: Language, { sv, en }: Text): Shown =>
  message(
    language,
    403,
    text('Din roll får inte se den här sidan', 'Your role may not see this page'),
    text(
      `Sidan är till för ${sv}. Har du en sådan roll också, byt roll. Behöver du den, be en systemförvaltare.`,
      `The page is for ${en}. If you hold such a role too, switch to it. If you need it, ask a system administrator.`,
    ),
    toStart(language),
  );

/** What was asked for is refused, with the sentences that say why. */
export const refused = (language: Language, title: string, { sentences }: Refusal): Shown =>
  message(
    language,
    403,
    { sv: title, en: title },
    {
      sv: sentences.map(({ sv }) => sv).join(' '),
      en: sentences.map(({ en }) => en).join(' '),
    },
    toStart(language),
  );

/** A form that did not carry the token of its session. */
export const notMeant = (language: Language): Shown =>
  message(
    language,
    403,
    text('Formuläret gäller inte längre', 'The form is no longer in force'),
    text(
      'Det hör till en annan inloggning eller roll, eller kommer inte från Husrum. Inget är gjort. Öppna sidan igen och försök på nytt.',
      'It belongs to another session or role, or does not come from Husrum. Nothing was done. Open the page again and retry.',
    ),
    toStart(language),
  );

/** The session has timed out; `kept` when what was typed is shown again after signing in. */
export const timedOut = (language: Language, to: string, kept: boolean): Shown =>
  message(
    language,
    401,
    text('Du har loggats ut', 'You have been signed out'),
    kept
      ? text(
          'Det gick för lång tid, så inget är skickat. Det du skrev är sparat i en timme: logga in igen, så står det kvar i formuläret.',
          'Too much time went by, so nothing was sent. What you typed is kept for an hour: sign in again and it stands in the form.',
        )
      : text(
          'Det gick 30 minuter utan att du gjorde något, eller 10 timmar sedan du loggade in. Logga in igen för att fortsätta.',
          'You did nothing for 30 minutes, or signed in 10 hours ago. Sign in again to go on.',
        ),
    signIn(language, to),
  );

/** Something grave asks for a new sign-in; `kept` when what was typed is shown again after it. */
export const mustShowAnew = (language: Language, to: string, kept: boolean): Shown =>
  message(
    language,
    401,
    text('Logga in igen för att göra det här', 'Sign in again to do this'),
    kept
      ? text(
          'Det här ger eller tar tillgång, så du behöver visa vem du är på nytt. Inget är gjort än. Det du skrev står kvar i formuläret efteråt.',
          'This gives or takes access, so you have to show anew who you are. Nothing has been done yet. What you typed stands in the form afterwards.',
        )
      : text(
          'Det här ger eller tar tillgång, så du behöver visa vem du är på nytt. Inget är gjort än. Efteråt kommer du tillbaka till sidan och gör om det.',
          'This gives or takes access, so you have to show anew who you are. Nothing has been done yet. Afterwards you come back to the page and do it again.',
        ),
    signIn(language, to, true),
  );

/** The way back from the provider did not end in a session. */
export const signInFailed = (language: Language): Shown =>
  message(
    language,
    400,
    text('Inloggningen gick inte', 'Signing in failed'),
    text(
      'Den kan ha tagit för lång tid, redan vara använd, eller inte ha godkänts av inloggningstjänsten. Börja om.',
      'It may have taken too long, been used already, or not been accepted by the sign-in service. Begin again.',
    ),
    signIn(language, '/'),
  );

/** The provider does not answer. */
export const providerAway = (language: Language): Shown =>
  message(
    language,
    503,
    text('Inloggningstjänsten svarar inte', 'The sign-in service does not answer'),
    text(
      'Försök igen om några minuter. Hjälper det inte, kontakta förvaltningen av systemet.',
      'Try again in a few minutes. If that does not help, contact those who run the system.',
    ),
    signIn(language, '/'),
  );

/** Known to the provider, and to no register. */
export const unknownPerson = (language: Language): Shown =>
  message(
    language,
    403,
    text('Du finns inte i Husrum', 'You are not in Husrum'),
    text(
      'Inloggningen gick bra, men du finns inte i registret över dem som använder systemet. Be en systemförvaltare lägga upp dig.',
      'You did sign in, but you are not in the register of those who use the system. Ask a system administrator to add you.',
    ),
    toStart(language),
  );

/** Too many requests. */
export const tooOften = (language: Language, seconds: number): Shown =>
  message(
    language,
    429,
    text('För många försök', 'Too many tries'),
    text(
      `Det kom för många anrop på kort tid. Vänta ${seconds} sekunder och försök igen.`,
      `Too many requests came in a short time. Wait ${seconds} seconds and try again.`,
    ),
  );

/** A fault: of the request below 500, else our own. */
export const failed = (language: Language, status: number): Shown =>
  status < 500
    ? message(
        language,
        status,
        text('Det som skickades går inte att läsa', 'What was sent cannot be read'),
        text(
          'Inget är gjort. Öppna sidan igen och försök på nytt.',
          'Nothing was done. Open the page again and retry.',
        ),
        toStart(language),
      )
    : message(
        language,
        status,
        text('Något gick fel hos oss', 'Something went wrong on our side'),
        text(
          'Det är antecknat. Försök igen; hjälper det inte, kontakta förvaltningen av systemet.',
          'It has been noted. Try again; if that does not help, contact those who run the system.',
        ),
        toStart(language),
      );

/** The program starts, or loads the demo years: how far it is. */
export const starting = (language: Language, loaded: number | null): Shown => ({
  ...message(
    language,
    503,
    text('Husrum startar', 'Husrum is starting'),
    loaded === null
      ? text(
          'Databasen görs i ordning. Sidan laddas om av sig själv.',
          'The database is being put in order. The page reloads by itself.',
        )
      : text(
          `Demoåren läses in, ${Math.floor(loaded * 100)} % är klart. Sidan laddas om av sig själv.`,
          `The demo years are being loaded, ${Math.floor(loaded * 100)} % done. The page reloads by itself.`,
        ),
  ),
  again: 3,
});
