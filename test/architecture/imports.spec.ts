import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
  readonly cycle?: readonly { readonly name: string }[];
}
interface Result {
  readonly summary: {
    readonly violations: readonly Violation[];
    readonly totalCruised: number;
    readonly ruleSetUsed: {
      readonly forbidden: readonly { readonly name: string; readonly comment: string }[];
    };
  };
}

const cruise = (folders: readonly string[]): Result['summary'] => {
  const args = [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--output-type',
    'json',
    ...folders,
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (!stdout) throw new Error(stderr);
  return (JSON.parse(stdout) as Result).summary;
};

describe('imports', () => {
  it('run one way', () => {
    const { violations, totalCruised, ruleSetUsed } = cruise(['src', 'workflows', 'test'].filter(existsSync));
    const reasons = new Map(ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));
    const told = violations.map(({ from, to, rule, cycle }) => {
      const path = cycle ? cycle.map((step) => step.name).join(' → ') : to;
      return `${from} → ${path}\n    ${rule.name}: ${reasons.get(rule.name)}`;
    });
    expect(told).toEqual([]);
    expect(totalCruised).toBeGreaterThan(10);
  });
});
