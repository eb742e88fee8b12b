import pg from 'pg';
import type { Cluster } from './cluster.js';
import { superuser } from './server.js';

/**
 * Makes the role `husrum_owner` and its database `husrum` if they are missing. The owner is no superuser, since
 * row policies would not bind one: what the embedded server allows is what a city's own server will allow.
 */
export async function provision(cluster: Cluster, port: number): Promise<void> {
  const client = new pg.Client(superuser(cluster, port));
  await client.connect();
  try {
    if (!(await found(client, `SELECT FROM pg_roles WHERE rolname = 'husrum_owner'`))) {
      const password = client.escapeLiteral(cluster.password);
      await client.query(`CREATE ROLE husrum_owner LOGIN CREATEDB CREATEROLE PASSWORD ${password}`);
    }
    if (!(await found(client, `SELECT FROM pg_database WHERE datname = 'husrum'`))) {
      await client.query('CREATE DATABASE husrum OWNER husrum_owner');
    }
  } finally {
    await client.end();
  }
}

async function found(client: pg.Client, query: string): Promise<boolean> {
  return ((await client.query(query)).rowCount ?? 0) > 0;
}
