// Run by a-service-manager.ts: keeps the listening socket that it was given (descriptor 3), and starts the server with
// it again and again, as systemd does. Told what to do over IPC.
import { spawn } from 'node:child_process';

let child;

process.on('message', ({ start, signal }) => {
  if (signal) child.kill(signal);
  if (!start) return;
  // The number of the process is known only to itself, before it becomes the server.
  child = spawn('sh', ['-c', 'LISTEN_FDS=1 LISTEN_PID=$$ exec "$@"', 'sh', ...start.command], {
    cwd: start.cwd,
    env: start.environment,
    stdio: ['ignore', 'inherit', 'inherit', 3],
  });
  child.on('exit', (code, endedBy) => process.send({ exited: code ?? endedBy }));
});

process.on('disconnect', () => {
  child?.kill('SIGKILL');
  process.exit(0);
});
