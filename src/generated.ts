import type { Workflow } from '../workflows/definition.js';
import { matrixDocument } from './access/matrix-document.js';
import { apiDocuments } from './api/openapi/documents.js';
import { casebookSchema } from './casebook/casebook-schema.js';
import { chartTable, diagram } from './diagram/index.js';
import { loadWorkflows } from './engine/load-workflows.js';

/** A file that is committed and made from the code, never written by hand. The same code makes the same bytes. */
export interface Generated {
  /** From the project's folder. */
  readonly path: string;
  make(): Promise<string>;
}

/** Every generated file of the project. Throws `DefinitionError` when a workflow is at fault. */
export async function generated(): Promise<readonly Generated[]> {
  const { workflows, kinds } = await loadWorkflows();
  const schema = (): string => `${JSON.stringify(casebookSchema(workflows, kinds), null, 2)}\n`;
  return [
    ...workflows.flatMap(ofWorkflow),
    { path: 'docs/casebook.schema.json', make: () => Promise.resolve(schema()) },
    { path: 'docs/permissions.md', make: () => Promise.resolve(matrixDocument(workflows, kinds)) },
    ...Object.entries(apiDocuments(workflows, kinds)).map(([path, text]) => ({
      path,
      make: () => Promise.resolve(text),
    })),
  ];
}

/** What is generated beside each workflow: its diagram and its table of arrows, in Swedish. */
function ofWorkflow(workflow: Workflow): Generated[] {
  const beside = `workflows/${workflow.name}/${workflow.name}`;
  return [
    { path: `${beside}.diagram.svg`, make: () => diagram(workflow, 'sv') },
    { path: `${beside}.chart.md`, make: () => Promise.resolve(chartTable(workflow, 'sv')) },
  ];
}
