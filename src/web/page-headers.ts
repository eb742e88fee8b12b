/** Nothing but the server's own files is loaded, the one script by its nonce; forms go here or on to the provider's sign-out. */
export function headersOf(nonce: string, provider: string | null, language: string): Record<string, string> {
  const csp = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${provider === null ? '' : ` ${provider}`}`,
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ];
  return {
    'content-security-policy': csp.join(';'),
    'cache-control': 'no-store',
    'content-language': language,
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
}
