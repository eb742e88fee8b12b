/**
 * A path of this system to go on to; anything else becomes the start page. Never another host, a scheme, or a way through
 * `/auth`, which would go in circles.
 */
export function localPath(wish: string | undefined): string {
  if (wish === undefined || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,500}$/.test(wish)) return '/';
  const { origin, pathname, search } = new URL(wish, 'http://husrum.invalid');
  return origin !== 'http://husrum.invalid' || pathname.startsWith('/auth/') ? '/' : pathname + search;
}
