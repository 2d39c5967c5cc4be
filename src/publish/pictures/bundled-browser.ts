import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** The Chromium that comes inside a package: nothing is downloaded and nothing has to be installed by hand. */
export interface BundledBrowser {
  /** The executable. */
  path: string;
  /** What its process needs: the libraries and the font settings that lie beside it. */
  environment: Record<string, string>;
}

const run = promisify(execFile);
const require = createRequire(import.meta.url);

const ENTRY = require.resolve('@sparticuz/chromium');
const PACKAGE_FOLDER = dirname(dirname(dirname(ENTRY)));

/** `.cache/fundwatch` in the `node_modules` that the package manager put the package into. */
const CACHE = join(dirname(dirname(PACKAGE_FOLDER)), '.cache', 'fundwatch');

/** The package unpacks to `TMPDIR` and adds the libraries only where it believes to be in AWS Lambda. */
const UNPACK_SCRIPT = `
const chromium = require(process.argv[1]);
chromium.executablePath().catch((error) => { console.error(error.message); process.exitCode = 1; });
`;
const UNPACK_TIMEOUT_MS = 120_000;

/** A half-unpacked folder older than this was left by a process that was killed. */
const ABANDONED_AFTER_MS = 600_000;

/** Only the fonts beside it, so that the fallback for a character is the same on every machine. */
const FONT_SETTINGS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`;

/** The package holds a binary for Linux on x64 only. */
export function hasBundledBrowser(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Finds the bundled Chromium, unpacking it (2 s, 200 MB) when that was not done yet.
 *
 * Several processes may do so at once: each unpacks into a folder of its own and the first to rename it wins.
 * Throws when the folder cannot be written or the package is damaged.
 */
export async function unpackBundledBrowser(cache: string = CACHE): Promise<BundledBrowser> {
  const { version } = JSON.parse(await readFile(join(PACKAGE_FOLDER, 'package.json'), 'utf8')) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(join(folder, 'chromium'))) {
    await mkdir(cache, { recursive: true });
    await removeAbandoned(cache);
    const unpacking = await mkdtemp(join(cache, 'unpacking-'));
    try {
      await unpack(unpacking);
      await rename(unpacking, folder).catch((error: unknown) => {
        if (!existsSync(join(folder, 'chromium'))) throw error;
      });
    } finally {
      await rm(unpacking, { recursive: true, force: true });
    }
  }
  return {
    path: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

async function unpack(folder: string): Promise<void> {
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  await run(process.execPath, ['-e', UNPACK_SCRIPT, ENTRY], { env, timeout: UNPACK_TIMEOUT_MS });
  await writeFile(join(folder, 'fonts', 'fonts.conf'), FONT_SETTINGS);
  // Installed by one account and used by another.
  await chmod(join(folder, 'chromium'), 0o755);
  await chmod(folder, 0o755);
}

async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith('unpacking-')) continue;
    const path = join(cache, name);
    const changed = await stat(path).catch(() => undefined);
    if (changed !== undefined && Date.now() - changed.mtimeMs > ABANDONED_AFTER_MS) {
      await rm(path, { recursive: true, force: true });
    }
  }
}
