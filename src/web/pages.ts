import type { Page } from './page.js';
import { accountPages } from './routes/account.routes.js';
import { authPages } from './routes/auth.routes.js';
import { securityPages } from './routes/security.routes.js';
import { startPages } from './routes/start.routes.js';

/** Every page there is; a test walks them. */
export const pages: readonly Page[] = [...startPages, ...authPages, ...accountPages, ...securityPages];
