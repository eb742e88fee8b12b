import type { FileKind, Workflow } from '../../../workflows/definition.js';
import type { Registry } from '../../engine/registry.js';
import type { Language } from '../language.js';
import { openApi } from '../openapi/document.js';
import { apiPage, type PageOf } from './page.js';

/** The workflows and kinds of file that a description tells. */
export interface Described {
  readonly workflows: readonly Workflow[];
  readonly kinds: readonly FileKind[];
}

const MOST_PAGES = 10;

/** The page and the description of one registry, each made once for what it shows: they are long, and anyone may ask. */
export class Descriptions {
  private readonly described: Described;
  private readonly openApis = new Map<Language, string>();
  private readonly pages = new Map<string, string>();

  constructor(readonly registry: Registry) {
    const workflows = registry.all().map(({ workflow }) => workflow);
    this.described = { workflows, kinds: registry.allKinds() };
  }

  /** OpenAPI as JSON text. */
  openApi(language: Language): string {
    const { workflows, kinds } = this.described;
    const made = this.openApis.get(language) ?? JSON.stringify(openApi(workflows, kinds, language));
    this.openApis.set(language, made);
    return made;
  }

  page(shown: Omit<PageOf, keyof Described>): string {
    const key = JSON.stringify(shown);
    const made = this.pages.get(key) ?? apiPage({ ...this.described, ...shown });
    if (this.pages.size >= MOST_PAGES) this.pages.clear();
    this.pages.set(key, made);
    return made;
  }
}
