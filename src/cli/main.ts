#!/usr/bin/env node
import { runCommand } from './program.js';

// Whoever reads the answer may have seen enough of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

const code = await runCommand(process.argv.slice(2));
if (process.exitCode === undefined) process.exitCode = code;
