import type { FileKind, Text, Workflow } from '../../workflows/definition.js';
import { bind, type Chart } from './chart.js';
import { definitionHash } from './definition-hash.js';
import { layPolicy, policyRows, type AddedPolicy } from './policy.js';

/** A chart with the hash of the definition it was bound from. */
export interface Registered extends Chart {
  readonly hash: string;
  /** The states, by label, in which an event is taken at all. */
  possibleIn(event: string): readonly Text[];
}

/** Every workflow and kind of file that the engine runs; it knows none by name. */
export class Registry {
  private readonly charts = new Map<string, Registered>();
  private readonly latest = new Map<string, Registered>();
  private readonly kinds = new Map<string, FileKind>();

  constructor(workflows: readonly Workflow[], kinds: readonly FileKind[]) {
    for (const workflow of workflows) {
      // A registry's own copy: what a register adds to its policy is nobody else's.
      const chart = register({ ...workflow });
      this.charts.set(key(workflow.name, workflow.version), chart);
      const newest = this.latest.get(workflow.name);
      if (newest === undefined || newest.workflow.version < workflow.version)
        this.latest.set(workflow.name, chart);
    }
    for (const kind of kinds) this.kinds.set(kind.name, kind);
  }

  /** The version that a process is pinned to; undefined when it is not here (the process is then quarantined). */
  pinned(name: string, version: number): Registered | undefined {
    return this.charts.get(key(name, version));
  }

  /** The newest version, which new processes get. */
  newest(name: string): Registered | undefined {
    return this.latest.get(name);
  }

  kind(name: string): FileKind {
    const kind = this.kinds.get(name);
    if (kind === undefined) throw new Error(`no kind of file is called ${name}`);
    return kind;
  }

  /** The newest version of every workflow, by name. */
  all(): Registered[] {
    return [...this.latest.values()];
  }

  /** Lays the register's policy values beside those of every version of their workflows; those of before are gone. */
  addPolicy(rows: readonly AddedPolicy[]): void {
    for (const { workflow } of this.charts.values())
      layPolicy(
        workflow,
        rows.filter((row) => row.workflow === workflow.name),
      );
  }

  /** Whether there is such a policy value, and of which unit: null for a bare number, undefined when there is none. */
  policyUnit(workflow: string, name: string): string | null | undefined {
    const newest = this.latest.get(workflow)?.workflow;
    const value = newest && policyRows(newest, name)[0]?.value;
    return typeof value === 'object' ? value.unit : value === undefined ? undefined : null;
  }

  allKinds(): FileKind[] {
    return [...this.kinds.values()];
  }
}

function register(workflow: Workflow): Registered {
  const chart = bind(workflow);
  const takenIn = (event: string) => [...chart.leaves.values()].filter((leaf) => leaf.events.has(event));
  return {
    ...chart,
    hash: definitionHash(workflow),
    possibleIn: (event) => takenIn(event).flatMap((leaf) => leaf.spec?.label ?? []),
  };
}

function key(name: string, version: number): string {
  return `${name}@${version}`;
}
