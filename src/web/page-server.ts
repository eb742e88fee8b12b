import { randomBytes } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { sessionReader } from '../access/reader.js';
import { isMeant, sessionSecretIn } from '../access/request.js';
import type { Recognised, Session, Typed } from '../access/session.js';
import type { Person } from '../engine/model.js';
import { SignInTooOld } from '../files/fresh-sign-in.js';
import { PurposeNeeded } from '../files/purpose-needed.js';
import type { Language } from '../platform/language.js';
import type { Limiters } from '../platform/rate-limit.js';
import { readUpload } from '../platform/uploads.js';
import type { Runtime } from '../runtime.js';
import { frameOf } from './around.js';
import { choiceIn, languageIn } from './choices.js';
import { framed } from './frame.js';
import { entries } from './entry.js';
import { headersOf } from './page-headers.js';
import { Live } from './live/live.js';
import type { LiveWish } from './live/stream.js';
import type { Answer, Asked, Download, Page } from './page.js';
import * as told from './pages/messages.page.js';
import { frontPage } from './pages/front.page.js';
import { purposePage } from './pages/purpose.page.js';
import type { Site } from './site.js';

/** A request at one page, as far as it has been read. */
interface Visit {
  readonly page: Page | null;
  readonly request: FastifyRequest;
  readonly runtime: Runtime;
  readonly secret: string;
  readonly recognised: Recognised;
}

const isStream = (answer: Answer): answer is { readonly live: LiveWish } =>
  'live' in answer && !('main' in answer);

/** Serves pages: says who asks, lets them in or not, reads what they sent, and sets the answer in its frame. */
export class PageServer {
  private readonly live: Live;

  constructor(
    private readonly site: Site,
    private readonly limits: Limiters,
    failed: (error: unknown) => void,
  ) {
    this.live = new Live(failed);
  }

  /** One request at one page. */
  async serve(page: Page, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const language = languageIn(request);
    const chosen = choiceIn(request);
    if (chosen !== null) return this.send(request, reply, null, chosen);
    const { runtime, phase, loaded } = this.site.state;
    if (runtime === null || phase !== 'serving')
      return this.send(request, reply, null, told.starting(language, phase === 'loading' ? loaded : null));
    const visit = await this.visit(page, request, runtime);
    const wait = await this.mustWait(visit);
    if (wait !== null) {
      void reply.header('retry-after', String(wait));
      return this.send(request, reply, null, told.tooOften(language, wait));
    }
    await withFile(visit);
    return this.send(request, reply, visit, await this.answer(visit));
  }

  /** Ends what is held open. */
  stop(): void {
    this.live.stop();
  }

  /** There is no such page. */
  async notFound(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { runtime } = this.site.state;
    const visit = runtime === null ? null : await this.visit(null, request, runtime);
    return this.send(request, reply, visit, told.notFound(languageIn(request)));
  }

  /** Anything thrown. What is no fault of the request is logged, and the page tells nothing of it. */
  async fault(error: FastifyError, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, 'page failed');
    return this.send(request, reply, null, told.failed(languageIn(request), status));
  }

  private async visit(page: Page | null, request: FastifyRequest, runtime: Runtime): Promise<Visit> {
    const secret = sessionSecretIn(request.headers) ?? '';
    // A page that is told of changes, and makes itself new, is no use of the session.
    const isUse = pathOf(request) !== '/live' && request.headers['x-husrum-live'] === undefined;
    const recognised = secret === '' ? null : await runtime.sessions.read(secret, isUse);
    return { page, request, runtime, secret, recognised };
  }

  private async mustWait({ page, request, recognised }: Visit): Promise<number | null> {
    if (page?.path.startsWith('/auth/')) return this.limits.signIn(request, request.ip);
    const key = recognised?.state === 'live' ? recognised.session.ref : request.ip;
    return this.limits.ordinary(request, key);
  }

  private async answer(visit: Visit): Promise<Answer> {
    const { page, request, recognised } = visit;
    const language = languageIn(request);
    if (page === null) return told.notFound(language);
    const session = recognised?.state === 'live' ? recognised.session : null;
    const unmeant = await this.unmeant(visit, page);
    if (unmeant !== null) return unmeant;
    const stop = notLetIn(page, session, recognised, request);
    if (stop !== null) return stop;
    if (isStale(page, session)) return this.mustShowAnew(visit, page.fresh as string);
    const params = page.params?.safeParse(request.params);
    if (params?.success === false) return told.notFound(language);
    const read = readBoth(page, request);
    if (read === null) return told.failed(language, 400);
    const kept = await this.keptFor(visit, session);
    const known = { session: session as Session, kept, params: params?.data as undefined, ...read };
    try {
      return await page.does(this.asked(visit, page, known) as never);
    } catch (error) {
      if (error instanceof SignInTooOld) return this.mustShowAnew(visit, '/');
      if (error instanceof PurposeNeeded) return purposeAsked(error, known.session, request, language);
      throw error;
    }
  }

  /** What was typed into the form at this address before the session timed out. */
  private async keptFor({ request, runtime, secret }: Visit, session: Session | null): Promise<Typed | null> {
    const at = pathOf(request);
    if (session?.keptFor !== at || request.method !== 'GET') return null;
    return runtime.sessions.takeKept(secret, at);
  }

  /** What is answered to a form that its session's owner did not send, or sent too late; null to go on. */
  private async unmeant(visit: Visit, { permission }: Page): Promise<Answer | null> {
    const { request, recognised, secret } = visit;
    if (request.method !== 'POST' || permission === 'provider') return null;
    if (recognised === null || !isMeant(request.headers, secret, tokenOf(request)))
      return told.notMeant(languageIn(request));
    return recognised.state === 'over' ? this.tooLate(visit) : null;
  }

  /** A form that was sent after its session had timed out. */
  private async tooLate(visit: Visit): Promise<Answer> {
    const form = await this.typedKept(visit);
    return told.timedOut(languageIn(visit.request), form ?? '/', form !== null);
  }

  /** Something grave, by somebody who signed in some time ago, or never did for this system. */
  private async mustShowAnew(visit: Visit, back: string): Promise<Answer> {
    const form = await this.typedKept(visit);
    return told.mustShowAnew(languageIn(visit.request), form ?? back, form !== null);
  }

  /** Keeps what was typed into a form that says so, until its owner has signed in again. Gives where the form stands. */
  private async typedKept({ page, request, runtime, secret }: Visit): Promise<string | null> {
    const read = page === null ? null : readBoth(page, request);
    const form = page?.form && filledIn(page.form, request.params as Readonly<Record<string, string>>);
    if (form === undefined || read === null) return null;
    await runtime.sessions.keep(secret, form, read.body as unknown as Typed);
    return form;
  }

  private asked(
    { request, runtime, secret }: Visit,
    page: Page,
    known: Pick<Asked, 'session' | 'kept' | 'params' | 'query' | 'body'>,
  ): Asked {
    const at = request.url.indexOf('?');
    return {
      runtime,
      signIns: this.site.signIns,
      language: languageIn(request),
      path: page.path,
      search: at < 0 ? '' : request.url.slice(at),
      headers: request.headers,
      secret,
      ...known,
      reader: () => sessionReader(runtime, known.session.person as Person, secret, known.session.isFresh),
      record: (event, about = {}) => {
        if (!page.audit.includes(event)) throw new Error(`${page.id} does not declare ${event}`);
        return runtime.securityLog.record(event, { login: known.session?.login, ...about } as typeof about);
      },
    };
  }

  /** Tells an open page of changes; 204 when there are too many such pages, so that the browser does not ask again. */
  private opened(reply: FastifyReply, { runtime }: Visit, wish: LiveWish): FastifyReply {
    if (!this.live.hasRoom(wish)) return reply.status(204).send();
    reply.hijack();
    this.live.open(runtime, wish, reply.raw);
    return reply;
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit | null,
    answer: Answer,
  ): Promise<unknown> {
    const nonce = randomBytes(16).toString('base64');
    const origin = this.site.signIns?.provider.signOutOrigin ?? null;
    void reply.headers(headersOf(nonce, origin, languageIn(request)));
    for (const cookie of ('cookies' in answer && answer.cookies) || [])
      void reply.header('set-cookie', cookie);
    if ('go' in answer) return reply.redirect(answer.go, 303);
    if ('download' in answer) return downloaded(reply, answer.download);
    if (isStream(answer)) return this.opened(reply, visit as Visit, answer.live);
    if ('data' in answer) return reply.status(answer.status ?? 200).send(answer.data);
    const around = await frameOf(request, answer.leaves ? null : visit, this.site.state.runtime);
    const html = framed({ ...around, ...answer, nonce });
    return reply
      .status(answer.status ?? (answer.faults?.length ? 422 : 200))
      .type('text/html; charset=utf-8')
      .send(html);
  }
}

/** Why somebody is not let in, as a page or a way on; null when they are. */
function notLetIn(
  { permission }: Page,
  session: Session | null,
  recognised: Recognised,
  request: FastifyRequest,
): Answer | null {
  const language = languageIn(request);
  if (permission === 'anyone' || permission === 'provider') return null;
  const to = request.method === 'GET' ? request.url : '/';
  if (recognised?.state === 'over') return told.timedOut(language, to, false);
  if (session === null) return frontPage({ language, to, must: true });
  if (permission === 'signed-in') return null;
  if (session.person === null) return { go: `/choose-role?to=${encodeURIComponent(to)}` };
  const entry = entries[permission];
  return entry.lets(session.person) ? null : told.noPermission(language, entry.told);
}

/** Whether something grave is asked for by somebody who signed in some time ago. */
const isStale = ({ fresh }: Page, session: Session | null): boolean =>
  fresh !== undefined && session?.isFresh !== true;

/** Reads a form with a file, of those who have a session alone. */
async function withFile({ page, request, runtime, recognised }: Visit): Promise<void> {
  if (page?.upload && recognised !== null && request.isMultipart())
    request.body = await readUpload(request, runtime.config.attachmentBytes);
}

function downloaded(reply: FastifyReply, { name, type, body }: Download): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(body);
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?')[0] as string;

/** The address of a page with the parts of this request's address in their places. */
const filledIn = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

/** A case is read by somebody who does not handle it: first they say why. */
function purposeAsked(
  { reasons }: PurposeNeeded,
  { formToken: token }: Session,
  request: FastifyRequest,
  language: Language,
): Answer {
  const { file = '' } = request.params as Readonly<Record<string, string>>;
  const to = request.method === 'GET' ? request.url : `/files/${file}`;
  return { ...purposePage({ language, token, file, to, reasons, faults: [], sent: {} }), status: 403 };
}

const tokenOf = ({ body }: FastifyRequest): unknown => (body as { token?: unknown } | undefined)?.token;

/** What no keyboard types and no database keeps. */
const hasNul = (sent: object): boolean => Object.values(sent).some((value) => String(value).includes('\0'));

/** Query and form as the page reads them; null when a form has fields that the page does not name, or holds what nobody types. */
function readBoth({ query, body }: Page, request: FastifyRequest): Pick<Asked, 'query' | 'body'> | null {
  const { token: _, ...sent } = { ...(request.body as Record<string, unknown> | undefined) };
  const read = (schema: z.ZodObject | undefined, value: unknown): unknown => {
    if (schema === undefined) return undefined;
    const answer = schema.safeParse(value);
    return answer.success ? answer.data : null;
  };
  if (hasNul(sent) || hasNul(request.query as object)) return null;
  const [asked, typed] = [read(query, { ...(request.query as object) }), read(body, sent)];
  return asked === null || typed === null ? null : { query: asked as undefined, body: typed as undefined };
}
