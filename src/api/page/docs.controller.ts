import { Controller, Inject } from '@nestjs/common';
import { beside, styleOf } from '../../look/assets.js';
import type { Runtime } from '../../runtime.js';
import { Ask, Does, type Asked } from '../asked.js';
import type { Language } from '../language.js';
import { reply, type Reply } from '../reply.js';
import { signIns } from '../sign-ins.js';
import { ServerState } from '../server-state.js';
import * as operations from './docs.operations.js';
import { Descriptions } from './made.js';
import { startingPage } from './page.js';

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const KEPT = { 'cache-control': 'public, max-age=3600' };
const style = styleOf('api', beside(import.meta.url, 'api.css'));

/** What the server tells of itself: the page for people, the description for machines. */
@Controller()
export class DocsController {
  private made: Descriptions | null = null;

  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  @Does(operations.readPage)
  async page(@Ask() { language }: Asked<typeof operations.readPage>): Promise<Reply> {
    const headers = { ...HTML, 'content-language': language };
    const { runtime } = this.state;
    if (runtime === null) return { body: startingPage(language), headers, status: 503 };
    return reply(await this.pageFor(runtime, language), headers);
  }

  @Does(operations.readOpenApi)
  openApi(@Ask() { language }: Asked<typeof operations.readOpenApi>): Reply {
    const text = this.descriptions(this.state.running()).openApi(language);
    return reply(text, { 'content-type': 'application/json; charset=utf-8', 'content-language': language });
  }

  @Does(operations.readStyle)
  style(): Reply {
    return reply(style.body, { ...KEPT, 'content-type': style.type });
  }

  private async pageFor(runtime: Runtime, language: Language): Promise<string> {
    const { config, demo, directory, clock } = runtime;
    const [somebody] = demo === null ? [] : signIns(await directory.snapshot(), clock.now());
    const { phase, loaded } = this.state;
    return this.descriptions(runtime).page({
      language,
      baseUrl: config.baseUrl,
      demoDay: demo?.today() ?? null,
      login: somebody?.login ?? null,
      ...(phase === 'loading' && { loaded: Math.floor(loaded * 100) / 100 }),
    });
  }

  private descriptions({ registry }: Runtime): Descriptions {
    if (this.made?.registry !== registry) this.made = new Descriptions(registry);
    return this.made;
  }
}
