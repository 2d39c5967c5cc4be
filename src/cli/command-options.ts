import { parseArgs } from 'node:util';
import { InputError } from '../domain/input-error.js';

/** What a command is given: the options of the command line, empty text for those not named. */
export interface CommandOptions {
  place: string;
  period: string;
  with: string;
  rule: string;
  accept: string;
  restate: string;
  empty: boolean;
  json: boolean;
}

/** A command line taken apart. */
export interface CommandLine {
  /** Without `-h` and `-v`, which are no command's own. */
  options: CommandOptions;
  help: boolean;
  version: boolean;
  /** The command and what it is given beside options. */
  words: string[];
}

const OPTIONS = {
  place: { type: 'string', default: '' },
  period: { type: 'string', default: '' },
  with: { type: 'string', default: '' },
  rule: { type: 'string', default: '' },
  accept: { type: 'string', default: '' },
  restate: { type: 'string', default: '' },
  empty: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

const OPTIONS_OF = new Map<string, readonly (keyof CommandOptions)[]>([
  ['new', ['place', 'period', 'empty', 'json']],
  ['import', ['place', 'period', 'accept', 'restate', 'json']],
  ['watch', ['place', 'period']],
  ['rerun', ['place', 'period', 'rule', 'json']],
  ['check', ['place', 'period', 'json']],
  ['compare', ['place', 'period', 'with', 'json']],
  ['list', ['json']],
  ['kernel', []],
]);

/** Takes a command line apart. Throws InputError for an option that no command has and for one without its value. */
export function readCommandLine(args: string[]): CommandLine {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const { help, version, ...options } = values;
    return { options, help, version, words: positionals };
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

/**
 * Throws InputError for an option of another command: whoever writes `rerun --accept` believes that it does something.
 * An unknown command has every option.
 */
export function refuseForeignOptions(command: string, options: CommandOptions): void {
  const own = OPTIONS_OF.get(command);
  if (own === undefined) return;
  const names = Object.keys(options) as (keyof CommandOptions)[];
  const foreign = names.find((name) => options[name] !== OPTIONS[name].default && !own.includes(name));
  if (foreign === undefined) return;
  const known = own.length === 0 ? '它没有选项' : `它的选项是 ${own.map((name) => `--${name}`).join('、')}`;
  throw new InputError(`${command} 没有选项 --${foreign}，${known}；用法见 npx fundwatch --help`);
}
