import { rm } from 'node:fs/promises';

/** Stops the server that `globalSetup` started, and removes its folder. */
export default async function globalTeardown(): Promise<void> {
  const server = globalThis.husrumTestServer;
  if (!server) return;
  await server.release();
  await rm(server.folder, { recursive: true, force: true });
}
