// A process that imports the cases it is sent, each by its number, and answers how it went.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { attempt, byCommand, inProcess, LONGEST } from './attempt.mjs';
import { stateOf } from './data-state.mjs';
import { mutant } from './mutant.mjs';
import { readHere } from './reading-here.mjs';
import { seedFiles } from './seed-files.mjs';

const { root, seed } = JSON.parse(process.argv[2]);
process.env.FUNDWATCH_ROOT = root;
const seeds = await seedFiles();
const before = stateOf(path.join(root, 'data'));
// What a reader prints about a strange file goes nowhere, as in a thread of its own.
console.error = console.log = console.warn = () => {};
const rejected = [];
process.on('unhandledRejection', (error) => rejected.push(`unhandled: ${error?.stack ?? error}`));

process.on('message', async (task) => {
  const result = await judged(task).catch((error) => ({ outcome: 'ended', faults: [`the fuzzer: ${error.stack}`] }));
  process.send({ ...task, ...result });
});
process.send({ ready: true });

function run(made, way) {
  readHere(way === 'here');
  return attempt(way === 'command' ? byCommand : inProcess, root, before, made);
}

async function judged({ index, way }) {
  const made = mutant(seeds, seed, index);
  // Before it is tried: one that hangs or ends the process is kept as well.
  writeFileSync(path.join(root, 'tried'), made.bytes);
  let result = await run(made, way);
  // A thread of its own would have been ended: only what that comes to counts.
  if (way === 'here' && result.milliseconds > LONGEST / 2) result = await run(made, 'thread');
  const faults = [...result.faults, ...rejected.splice(0)];
  if (made.isGood && result.outcome !== 'stored') faults.push(`a good file was ${result.outcome}: ${result.kind}`);
  return { name: made.name, how: made.how, options: made.options, ...result, faults };
}
