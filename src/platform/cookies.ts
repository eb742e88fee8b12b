/** A cookie that only this host is sent, only over a safe connection, and that no script reads. */
const ALWAYS = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** The value of a cookie in a request's `Cookie` header; undefined when it is absent, empty or no plain token. */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key, value = ''] = part.trim().split('=', 2);
    if (key === name) return /^[A-Za-z0-9_-]{1,200}$/.test(value) ? value : undefined;
  }
  return undefined;
}

/** A `Set-Cookie` that lasts as long as the browser runs, or so many seconds. */
export const setCookie = (name: string, value: string, seconds?: number): string =>
  `${name}=${value}; ${ALWAYS}${seconds === undefined ? '' : `; Max-Age=${seconds}`}`;

/** A `Set-Cookie` that takes a cookie away. */
export const dropCookie = (name: string): string => `${name}=; ${ALWAYS}; Max-Age=0`;
