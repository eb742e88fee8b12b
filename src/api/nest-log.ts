import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Hands Nest's own messages to the program's log: faults and warnings; what it tells of its start is left out. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(): void {}

  error(message: unknown): void {
    this.logger.error(message instanceof Error ? { err: message } : {}, 'framework fault');
  }

  warn(): void {
    this.logger.warn('framework warning');
  }
}
