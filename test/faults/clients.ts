import type { Command, Done } from '../../src/engine/command.js';
import { faultOf } from '../../src/engine/database-faults.js';
import { isRefusal, type Refusal } from '../../src/engine/refusals.js';

/** Anything that takes commands. */
export interface Taker {
  execute(command: Command): Promise<Done | Refusal>;
}

/** What became of many commands. */
export interface Outcome {
  readonly done: Map<string, Done>;
  readonly refused: Map<string, Refusal>;
}

/** Sends commands from so many clients at once, each to the nodes in turn; busy and lost ones are sent again as they were. */
export async function sendAll(
  takers: readonly Taker[],
  commands: readonly Command[],
  clients: number,
): Promise<Outcome> {
  const outcome: Outcome = { done: new Map(), refused: new Map() };
  const queue = commands.entries();
  const client = async () => {
    for (const [n, command] of queue) {
      const answer = await untilAnswered(takers, command, n);
      if (isRefusal(answer)) outcome.refused.set(command.id, answer);
      else outcome.done.set(command.id, answer);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return outcome;
}

const MOST_TRIES = 200;

/** Sends one command until it is taken or refused for good; each further try goes to the next node. */
export async function untilAnswered(
  takers: readonly Taker[],
  command: Command,
  first = 0,
): Promise<Done | Refusal> {
  for (let n = first; n < first + MOST_TRIES; n++) {
    const taker = takers[n % takers.length] as Taker;
    const answer = await taker.execute(command).catch(lostOnly);
    if (answer !== 'lost' && !(isRefusal(answer) && answer.code === 'busy')) return answer;
  }
  throw new Error(`no answer to ${command.id}`);
}

function lostOnly(error: unknown): 'lost' {
  if (faultOf(error) === null) throw error;
  return 'lost';
}
