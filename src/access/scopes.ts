/** What a bearer token may be used for: reading cases and registers, writing, reports. Each stands for itself alone. */
export const scopes = ['read', 'write', 'reports'] as const;
export type Scope = (typeof scopes)[number];

export const isScope = (text: string): text is Scope => (scopes as readonly string[]).includes(text);
