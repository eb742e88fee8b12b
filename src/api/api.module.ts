import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { Metrics } from '../platform/metrics.js';
import { AccessLogController } from './access/access-log.controller.js';
import { AlertsController } from './access/alerts.controller.js';
import { PurposeController } from './access/purpose.controller.js';
import { ReviewsController } from './access/reviews.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { BearerGuard } from './bearer.guard.js';
import { DocumentsController } from './files/documents.controller.js';
import { FilesController } from './files/files.controller.js';
import { ProposedController } from './files/proposed.controller.js';
import { StepsController } from './files/steps.controller.js';
import { HealthController } from './health.controller.js';
import { DocsController } from './page/docs.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { RegistersController } from './registers/registers.controller.js';
import { ReplyInterceptor } from './reply.interceptor.js';
import { ReportsController } from './reports/reports.controller.js';
import { ServerState } from './server-state.js';
import { WorkflowsController } from './workflows/workflows.controller.js';

/** Every controller of the API; a test reads their routes here. */
export const controllers = [
  HealthController,
  FilesController,
  DocumentsController,
  StepsController,
  ProposedController,
  WorkflowsController,
  ReportsController,
  RegistersController,
  PurposeController,
  AlertsController,
  AccessLogController,
  ReviewsController,
  AuditController,
  DocsController,
] as const;

/** The API: its controllers behind one guard, one interceptor and one filter. */
@Module({})
export class ApiModule {
  static of(state: ServerState, metrics: Metrics): DynamicModule {
    return {
      module: ApiModule,
      controllers: [...controllers],
      providers: [
        { provide: ServerState, useValue: state },
        { provide: Metrics, useValue: metrics },
        { provide: APP_GUARD, useClass: BearerGuard },
        { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
