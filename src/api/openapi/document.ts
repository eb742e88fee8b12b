import type { FileKind, Text, Workflow } from '../../../workflows/definition.js';
import { accessLogOperations } from '../access/access-log.operations.js';
import { alertsOperations } from '../access/alerts.operations.js';
import { purposeOperations } from '../access/purpose.operations.js';
import { reviewsOperations } from '../access/reviews.operations.js';
import { auditOperations } from '../audit/audit.operations.js';
import { SESSION_COOKIE } from '../../access/request.js';
import { documentsOperations } from '../files/documents.operations.js';
import { filesOperations } from '../files/files.operations.js';
import { proposedOperations } from '../files/proposed.operations.js';
import { stepsOperations } from '../files/steps.operations.js';
import { healthOperations } from '../health.controller.js';
import type { Language } from '../language.js';
import type { Operation } from '../operation.js';
import { problems, type ProblemCode } from '../problems.js';
import { registersOperations } from '../registers/registers.operations.js';
import { reportsOperations } from '../reports/reports.operations.js';
import { workflowsOperations } from '../workflows/workflows.operations.js';
import { bodySchema } from './bodies.js';
import { componentRef, componentsOf, schemaIn } from './components.js';

type Json = Record<string, unknown>;

const text = (sv: string, en: string): Text => ({ sv, en });

/** The operations that are described, in groups, in the order in which they are told. */
export const groups: readonly {
  readonly name: string;
  readonly label: Text;
  readonly operations: readonly Operation[];
}[] = [
  {
    name: 'files',
    label: text('Ärenden', 'Files'),
    operations: [...filesOperations, ...stepsOperations, ...documentsOperations, ...proposedOperations],
  },
  { name: 'workflows', label: text('Flöden', 'Workflows'), operations: workflowsOperations },
  { name: 'reports', label: text('Rapporter', 'Reports'), operations: reportsOperations },
  { name: 'registers', label: text('Register', 'Registers'), operations: registersOperations },
  {
    name: 'access',
    label: text('Åtkomst och granskning', 'Access and review'),
    operations: [...purposeOperations, ...alertsOperations, ...accessLogOperations, ...reviewsOperations],
  },
  { name: 'audit', label: text('Bevis', 'Evidence'), operations: auditOperations },
  { name: 'health', label: text('Drift', 'Health'), operations: healthOperations },
];

/** What the API is, in a few sentences. */
export const about: Text = text(
  'Husrum följer ett hushåll från remiss till egen bostad. Varje steg tas genom arbetsflödena, med samma regler som i webbgränssnittet. Skicka nyckeln i huvudet Authorization: Bearer … Språket väljs med Accept-Language (sv eller en). Varje nej har en fast kod och en mening som säger vad som kan göras.',
  'Husrum follows a household from referral to a home of its own. Each step is taken through the workflows, by the same rules as on the pages. Send the token in the header Authorization: Bearer … The language is chosen by Accept-Language (sv or en). Every no has a stable code and a sentence that says what can be done.',
);

/** What the headers of a step are for. */
export const headerWords = {
  key: text(
    'Stegets eget namn: samma namn ger det första svaret',
    'The step’s own name: the same name gives the first answer',
  ),
  purpose: text(
    'Varför ärendet läses, för den som inte handlägger det; gäller resten av dagen',
    'Why the file is read, by one who does not handle it; counts for the rest of the day',
  ),
  ifMatch: text(
    'ETag som den lästes; nekas om ärendet har ändrats sedan dess',
    'The ETag that was read; refused as stale when the file has moved on',
  ),
};

/** Problems that any call may meet. */
const ANYWHERE: readonly ProblemCode[] = [
  'cross-site',
  'out-of-scope',
  'too-many-requests',
  'unauthenticated',
  'starting',
  'stopping',
  'busy',
  'timeout',
  'internal',
];

/** The description of the API, OpenAPI 3.1, in one language, for the workflows that are here. */
export function openApi(
  workflows: readonly Workflow[],
  kinds: readonly FileKind[],
  language: Language,
): Json {
  const paths: Record<string, Json> = {};
  for (const { name, operations } of groups)
    for (const op of operations) {
      const path = op.path.replace(/:(\w+)/g, '{$1}');
      const described = operationIn(op, name, workflows, kinds, language);
      paths[path] = { ...paths[path], [op.method.toLowerCase()]: described };
    }
  return {
    openapi: '3.1.0',
    info: { title: 'Husrum', version: '1', description: about[language] },
    servers: [{ url: '/' }],
    tags: groups.map(({ name, label }) => ({ name, description: label[language] })),
    paths,
    components: {
      schemas: componentsOf(workflows, kinds, language),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
      },
    },
  };
}

function operationIn(
  op: Operation,
  tag: string,
  workflows: readonly Workflow[],
  kinds: readonly FileKind[],
  language: Language,
): Json {
  return {
    operationId: op.id,
    tags: [tag],
    summary: op.summary[language],
    ...(op.says && { description: op.says[language] }),
    'x-permission': op.permission,
    'x-logs': op.logs,
    security: op.permission === 'anyone' ? [] : [{ bearer: [] }, { session: [] }],
    parameters: parametersOf(op, language),
    ...(op.body && {
      requestBody: {
        required: true,
        content: {
          [op.upload ? 'multipart/form-data' : 'application/json']: {
            schema: bodySchema(op, workflows, kinds, language),
          },
        },
      },
    }),
    responses: responsesOf(op, language),
  };
}

function parametersOf({ params, query, key, ifMatch, logs }: Operation, language: Language): Json[] {
  const inPath = Object.entries(params?.shape ?? {}).map(([name, schema]) => ({
    ...{ name, in: 'path', required: true },
    schema: schemaIn(schema as never, language),
  }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const { description, ...made } = schemaIn(schema as never, language);
    return { name, in: 'query', ...(description !== undefined && { description }), schema: made };
  });
  const header = (name: string, required: boolean, says: Text): Json => ({
    ...{ name, in: 'header', required, description: says[language] },
    schema: { type: 'string' },
  });
  return [
    ...inPath,
    ...inQuery,
    ...(key ? [header('Idempotency-Key', key === 'required', headerWords.key)] : []),
    ...(logs === 'reads-file' ? [header('Access-Purpose', false, headerWords.purpose)] : []),
    ...(ifMatch ? [header('If-Match', false, headerWords.ifMatch)] : []),
  ];
}

function responsesOf(op: Operation, language: Language): Json {
  const { status, says, schema, media = [] } = op.answer;
  const content: Json = Object.fromEntries(media.map((type) => [type.split(';')[0], {}]));
  if (schema !== undefined) content['application/json'] = { schema: schemaIn(schema, language) };
  const responses: Record<string, Json> = { [status]: { description: says[language], content } };
  const codes = op.permission === 'anyone' ? op.problems : [...op.problems, ...ANYWHERE];
  for (const number of new Set(codes.map((code) => problems[code].status))) {
    const those = [...new Set(codes)].filter((code) => problems[code].status === number);
    responses[number] = {
      description: those.map((code) => `\`${code}\``).join(', '),
      content: { 'application/problem+json': { schema: componentRef('Problem') } },
    };
  }
  return responses;
}
