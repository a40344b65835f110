// Runs Astro with the settings of .env and without its usage reports, which would leave this machine.
import { existsSync } from 'node:fs';

if (existsSync('.env')) process.loadEnvFile();
process.env.ASTRO_TELEMETRY_DISABLED = '1';
// Astro's own folder is reached by file: its package does not export the command.
await import('../node_modules/astro/bin/astro.mjs');
