import { parseArgs } from 'node:util';
import { InputError } from '../domain/input-error.js';
import { projectRoot } from '../facts/workspace.js';
import { HELP } from './help.js';

const DONE = 0;
const USAGE = 2;

/** What a command is given: the options of the command line, empty text for those not named. */
export interface CommandOptions {
  place: string;
  period: string;
  rule: string;
  accept: string;
  restate: string;
  empty: boolean;
  json: boolean;
}

/** Commands that take a file: `import` needs one, `watch` finds the newest form itself. */
const FILE_COMMANDS = ['import', 'watch'];

/** Commands that read the data: what a killed import left half done is put back first. */
const READING_COMMANDS = ['rerun', 'check', 'list', 'new'];

const OPTIONS = {
  place: { type: 'string', default: '' },
  period: { type: 'string', default: '' },
  rule: { type: 'string', default: '' },
  accept: { type: 'string', default: '' },
  restate: { type: 'string', default: '' },
  empty: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

/**
 * Runs one command and sets the exit code: 0 done, 1 findings or a failed notebook stop the work, 2 wrong usage or
 * unreadable input, 130 interrupted. Results go to stdout, everything else to stderr.
 */
export async function main(args: string[]): Promise<void> {
  try {
    process.exitCode = await run(args);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(error.message);
    process.exitCode = USAGE;
  }
}

async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  const [command, ...rest] = positionals;
  if (values.version) {
    const { fundwatchVersion } = await import('./versions.js');
    console.log(fundwatchVersion());
    return DONE;
  }
  if (values.help || command === 'help' || command === undefined) {
    console.log(HELP);
    return command === undefined && !values.help ? USAGE : DONE;
  }
  const file = FILE_COMMANDS.includes(command) ? (rest.shift() ?? '') : '';
  if (rest.length > 0) throw new InputError(`多余的参数“${rest.join(' ')}”，用法见 npx fundwatch --help`);
  if (READING_COMMANDS.includes(command)) {
    const { recoverData } = await import('../intake/store/data-lock.js');
    await recoverData(projectRoot());
  }
  switch (command) {
    case 'rerun': {
      const { rerun } = await import('./rerun.js');
      return rerun(values);
    }
    case 'new': {
      const { newForm } = await import('./new.js');
      return newForm(values);
    }
    case 'import': {
      if (file === '') throw new InputError('没有写要导入的工作簿：npx fundwatch import 文件.xlsx');
      const { importWorkbook } = await import('./import.js');
      return importWorkbook({ ...values, file });
    }
    case 'watch': {
      const { watch } = await import('./watch.js');
      return watch({ ...values, file });
    }
    case 'check': {
      const { check } = await import('./check.js');
      return check(values);
    }
    case 'list': {
      const { list } = await import('./list.js');
      list(values);
      return DONE;
    }
    case 'kernel': {
      const { installKernelspec } = await import('../notebook/kernelspec.js');
      console.log(`已登记笔记本内核：${await installKernelspec()}`);
      return DONE;
    }
    default:
      throw new InputError(
        `没有命令“${command}”，可用：new、import、watch、rerun、check、list、kernel；用法见 npx fundwatch --help`,
      );
  }
}

function readArguments(
  args: string[],
): ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>> {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const option = /'(-[^' ]+)/.exec((error as Error).message)?.[1] ?? '';
    const missing = (error as { code?: string }).code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE';
    throw new InputError(
      missing
        ? `选项 ${option} 的值不对或缺少，用法见 npx fundwatch --help`
        : `不认识的选项“${option}”，用法见 npx fundwatch --help`,
    );
  }
}
