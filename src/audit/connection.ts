import type { PoolClient, QueryResult, QueryResultRow } from 'pg';

/** One connection that is asked one thing at a time, in the order in which it was asked. */
export class Connection {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly client: PoolClient) {}

  query<Row extends QueryResultRow>(
    text: string,
    values?: unknown[],
    name?: string,
  ): Promise<QueryResult<Row>> {
    const asked = {
      text,
      ...(values === undefined ? {} : { values }),
      ...(name === undefined ? {} : { name }),
    };
    const answer = this.last.then(() => this.client.query<Row>(asked));
    this.last = answer.catch(() => undefined);
    return answer;
  }
}
