import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../platform/language.js';
import { icon } from '../look/assets.js';
import { style } from '../web/assets.js';
import { Head, Mark } from '../web/parts.js';

/** A page of the provider. */
interface ProviderPage {
  readonly language: Language;
  readonly title: string;
  readonly lead: string;
  /** What stands below the head. */
  readonly main: ComponentChildren;
}

/** A page of the provider, as HTML. */
export const shell = (page: ProviderPage): string => `<!doctype html>${renderToString(<Shell {...page} />)}`;

function Shell(page: ProviderPage): VNode {
  return (
    <html lang={page.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{page.title}</title>
        <link rel="stylesheet" href={style.path} />
        <link rel="icon" type="image/svg+xml" href={icon.path} />
      </head>
      <body>
        <header class="top">
          <p class="brand">
            <Mark />
            Husrum
          </p>
        </header>
        <div class="frame frame-alone">
          <main class="sheet">
            <Head title={page.title} lead={page.lead} />
            {page.main}
          </main>
        </div>
      </body>
    </html>
  );
}
