import { InputError } from '../domain/input-error.js';
import { projectRoot } from '../facts/workspace.js';
import { type CommandOptions, readCommandLine, refuseForeignOptions } from './command-options.js';
import { HELP } from './help.js';

const DONE = 0;
const USAGE = 2;

/** Commands that take a file: `import` needs one, `watch` finds the newest form itself. */
const FILE_COMMANDS = ['import', 'watch'];

/** Commands that read the data: what a killed import left half done is put back first. */
const READING_COMMANDS = ['rerun', 'check', 'compare', 'list', 'new'];

/**
 * Runs one command and sets the exit code: 0 done, 1 findings or a failed notebook stop the work, 2 wrong usage or
 * unreadable input, 130 interrupted. Results go to stdout, everything else to stderr. With `--json` what is refused is one
 * JSON document too: `{ "status": "refused", "message": … }`.
 */
export async function main(args: string[]): Promise<void> {
  try {
    process.exitCode = await run(args);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(error.message);
    if (args.includes('--json')) console.log(JSON.stringify({ status: 'refused', message: error.message }));
    process.exitCode = USAGE;
  }
}

async function run(args: string[]): Promise<number> {
  const { options, help, version, words } = readCommandLine(args);
  const [command, ...rest] = words;
  if (version) {
    const { fundwatchVersion } = await import('./versions.js');
    console.log(fundwatchVersion());
    return DONE;
  }
  if (help || command === 'help' || command === undefined) {
    console.log(HELP);
    return command === undefined && !help ? USAGE : DONE;
  }
  const file = FILE_COMMANDS.includes(command) ? (rest.shift() ?? '') : '';
  if (rest.length > 0) throw new InputError(`多余的参数“${rest.join(' ')}”，用法见 npx fundwatch --help`);
  refuseForeignOptions(command, options);
  if (READING_COMMANDS.includes(command)) {
    const { recoverData } = await import('../intake/store/data-lock.js');
    await recoverData(projectRoot());
  }
  const start = COMMANDS.get(command);
  if (start !== undefined) return start({ ...options, file });
  const known = [...COMMANDS.keys()].join('、');
  throw new InputError(`没有命令“${command}”，可用：${known}；用法见 npx fundwatch --help`);
}

/** Each loads what it needs when it runs: no command waits for what another needs. */
const COMMANDS = new Map<string, (options: CommandOptions & { file: string }) => Promise<number>>([
  ['new', async (options) => (await import('./new.js')).newForm(options)],
  [
    'import',
    async (options) => {
      if (options.file === '') throw new InputError('没有写要导入的工作簿：npx fundwatch import 文件.xlsx');
      return (await import('./import.js')).importWorkbook(options);
    },
  ],
  ['watch', async (options) => (await import('./watch.js')).watch(options)],
  ['rerun', async (options) => (await import('./rerun.js')).rerun(options)],
  ['check', async (options) => (await import('./check.js')).check(options)],
  ['compare', async (options) => (await import('./compare.js')).compare(options)],
  [
    'list',
    async (options) => {
      (await import('./list.js')).list(options);
      return DONE;
    },
  ],
  [
    'kernel',
    async () => {
      const { installKernelspec } = await import('../notebook/run/kernelspec.js');
      console.log(`已登记笔记本内核：${await installKernelspec()}`);
      return DONE;
    },
  ],
]);
