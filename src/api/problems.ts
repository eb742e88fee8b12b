import type { Text } from '../../workflows/definition.js';
import type { RefusalCode } from '../engine/refusals.js';

/** What the API itself can answer but yes, before or around the engine. */
export type ApiProblem =
  | 'malformed-json'
  | 'malformed-request'
  | 'malformed-address'
  | 'unauthenticated'
  | 'sign-in-too-old'
  | 'purpose-needed'
  | 'cross-site'
  | 'out-of-scope'
  | 'too-many-requests'
  | 'no-such-address'
  | 'body-too-large'
  | 'unsupported-media-type'
  | 'not-acceptable'
  | 'starting'
  | 'loading'
  | 'stopping'
  | 'timeout'
  | 'internal';

/** Stable codes: the engine's refusals and the API's own. */
export type ProblemCode = RefusalCode | ApiProblem;

/** How a code is told over HTTP. `says` is for codes that bring no sentence of their own. */
export interface ProblemKind {
  readonly status: number;
  readonly title: Text;
  readonly says?: Text;
  /** Seconds after which a new try may do. */
  readonly retryAfter?: number;
}

const text = (sv: string, en: string): Text => ({ sv, en });

/** The one mapper from codes to HTTP. */
export const problems: Readonly<Record<ProblemCode, ProblemKind>> = {
  'malformed-json': {
    status: 400,
    title: text('Inte JSON', 'Not JSON'),
    says: text(
      'Innehållet går inte att läsa som JSON. Kontrollera det och skicka igen.',
      'The body cannot be read as JSON. Check it and send it again.',
    ),
  },
  'malformed-request': {
    status: 400,
    title: text('Fel i anropet', 'Malformed request'),
    says: text(
      'Anropet har fel form. Rätta det som pekas ut och skicka igen.',
      'The request has the wrong shape. Correct what is pointed out and send it again.',
    ),
  },
  'malformed-address': {
    status: 400,
    title: text('Fel i adressen', 'Malformed address'),
    says: text('Adressen går inte att läsa. Kontrollera den.', 'The address cannot be read. Check it.'),
  },
  unauthenticated: {
    status: 401,
    title: text('Inte inloggad', 'Not signed in'),
    says: text(
      'Logga in, eller skicka en giltig nyckel: Authorization: Bearer … Den som har gått ut ersätts av en ny.',
      'Sign in, or send a token in force: Authorization: Bearer … One that has expired is replaced by a new one.',
    ),
  },
  'sign-in-too-old': {
    status: 401,
    title: text('Logga in igen', 'Sign in again'),
    says: text(
      'Det här kräver en inloggning från de senaste tio minuterna. Logga in igen och skicka anropet en gång till.',
      'This takes a sign-in of the last ten minutes. Sign in again and send the request once more.',
    ),
  },
  'cross-site': {
    status: 403,
    title: text('Kommer inte från en sida i Husrum', 'Not from a page of Husrum'),
    says: text(
      'Anropet bär ingen gällande formulärnyckel (X-Husrum-Token). Ladda om sidan och försök igen.',
      'The request carries no form token in force (X-Husrum-Token). Reload the page and try again.',
    ),
  },
  'out-of-scope': {
    status: 403,
    title: text('Utanför nyckelns omfattning', 'Outside the scope of the token'),
    says: text(
      'Nyckeln får inte användas till detta. Skapa en med den omfattning som behövs.',
      'The token may not be used for this. Make one with the scope that is needed.',
    ),
  },
  'too-many-requests': {
    status: 429,
    title: text('För många anrop', 'Too many requests'),
    says: text(
      'Det kom för många anrop på kort tid. Vänta så länge som Retry-After säger.',
      'Too many requests came in a short time. Wait as long as Retry-After says.',
    ),
  },
  'not-permitted': { status: 403, title: text('Inte tillåtet', 'Not permitted') },
  'purpose-needed': {
    status: 403,
    title: text('Ange varför', 'Say why'),
    says: text(
      'Du handlägger inte ärendet. Välj varför du behöver läsa det; skälet loggas och gäller resten av dagen.',
      'You do not handle this case. Choose why you need to read it; the reason is logged and counts for the rest of the day.',
    ),
  },
  'not-found': { status: 404, title: text('Finns inte', 'Not found') },
  'no-such-address': {
    status: 404,
    title: text('Ingen sådan adress', 'No such address'),
    says: text(
      'Det finns inget på adressen. Beskrivningen av alla adresser finns på /api.',
      'There is nothing at this address. All addresses are described at /api.',
    ),
  },
  'not-acceptable': {
    status: 406,
    title: text('Formatet finns inte', 'No such format'),
    says: text(
      'Svaret finns inte i det format som begärs. Välj json, csv eller xlsx.',
      'The answer does not exist in the format asked for. Choose json, csv or xlsx.',
    ),
  },
  stale: { status: 409, title: text('Ändrat av någon annan', 'Changed by somebody else') },
  'key-reused': { status: 409, title: text('Nyckeln är använd', 'Key used already') },
  quarantined: { status: 409, title: text('Satt åt sidan', 'Set aside') },
  'body-too-large': {
    status: 413,
    title: text('För stort', 'Too large'),
    says: text(
      'Innehållet är större än 256 kB. Skicka mindre åt gången.',
      'The body is larger than 256 kB. Send less at a time.',
    ),
  },
  'unsupported-media-type': {
    status: 415,
    title: text('Fel sorts innehåll', 'Unsupported media type'),
    says: text(
      'Skicka JSON, med Content-Type: application/json.',
      'Send JSON, with Content-Type: application/json.',
    ),
  },
  'stands-in-the-way': {
    status: 422,
    title: text('Något senare står i vägen', 'Something later stands in the way'),
  },
  'invalid-data': { status: 422, title: text('Uppgifter är fel', 'Invalid data') },
  'unknown-workflow': { status: 422, title: text('Okänt flöde', 'Unknown workflow') },
  'unknown-event': { status: 422, title: text('Okänt steg', 'Unknown event') },
  'unknown-reason': { status: 422, title: text('Okänt skäl', 'Unknown reason') },
  'unknown-reference': { status: 422, title: text('Okänd hänvisning', 'Unknown reference') },
  'occurred-in-future': { status: 422, title: text('Tidpunkt i framtiden', 'Time in the future') },
  'occurred-before-opening': {
    status: 422,
    title: text('Tidpunkt före öppnandet', 'Time before the opening'),
  },
  'not-possible-now': { status: 422, title: text('Inte möjligt nu', 'Not possible now') },
  guard: { status: 422, title: text('Något står i vägen', 'Something stands in the way') },
  'same-person-twice': { status: 422, title: text('Kräver en annan person', 'Takes another person') },
  'too-many-deliveries': { status: 422, title: text('För många följdsteg', 'Too many further steps') },
  busy: { status: 503, title: text('Upptaget', 'Busy'), retryAfter: 1 },
  timeout: {
    status: 503,
    title: text('Tog för lång tid', 'Took too long'),
    says: text(
      'Svaret dröjde för länge. Om det var ett steg: skicka det igen med samma nyckel, så tas det en gång.',
      'The answer took too long. If it was a step, send it again with the same key: it is taken once.',
    ),
    retryAfter: 5,
  },
  starting: {
    status: 503,
    title: text('Startar', 'Starting'),
    says: text(
      'Systemet startar. Försök igen om en stund.',
      'The system is starting. Try again in a moment.',
    ),
    retryAfter: 2,
  },
  loading: {
    status: 503,
    title: text('Läser in', 'Loading'),
    says: text(
      'Demoåren läses in, och till dess går det bara att läsa. Försök igen om en stund.',
      'The demo years are being loaded, and until then one can only read. Try again in a moment.',
    ),
    retryAfter: 10,
  },
  stopping: {
    status: 503,
    title: text('Stängs', 'Stopping'),
    says: text(
      'Servern stängs. Försök igen om en stund; steg som har fått svar är tagna.',
      'The server is closing. Try again in a moment; steps that were answered are taken.',
    ),
    retryAfter: 5,
  },
  internal: {
    status: 500,
    title: text('Fel i systemet', 'Fault in the system'),
    says: text(
      'Något gick fel hos oss, och det är antecknat. Försök igen; hjälper det inte, kontakta förvaltningen av systemet.',
      'Something went wrong on our side, and it has been noted. Try again; if that does not help, contact those who run the system.',
    ),
  },
};
