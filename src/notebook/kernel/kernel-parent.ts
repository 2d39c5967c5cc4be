import { Worker } from 'node:worker_threads';

/**
 * Runs in a thread of its own, so that it also ends a kernel whose cell never yields. On POSIX the parent's id changes when
 * it dies; on Windows it does not, but then a signal 0 to it fails.
 */
const WATCH = `
const parent = process.ppid;
setInterval(() => {
  let alive = process.ppid === parent;
  try { process.kill(parent, 0); } catch (error) { alive = alive && error.code === 'EPERM'; }
  if (!alive) process.kill(process.pid, 'SIGKILL');
}, 500);
`;

/** Ends this process when the process that started it is gone: a kernel without a client is of no use to anyone. */
export function endWithParent(): void {
  if (process.send) process.once('disconnect', () => process.exit(0));
  new Worker(WATCH, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref();
}
