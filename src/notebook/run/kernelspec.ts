import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { kernelCommand } from '../kernel/kernel-command.js';

/** Name under which notebooks ask for the project's kernel. */
export const KERNEL_NAME = 'fundwatch';

/** `kernelspec` in a notebook's metadata. */
export const KERNELSPEC = {
  name: KERNEL_NAME,
  display_name: 'fundwatch (TypeScript)',
  language: 'typescript',
};

/**
 * Writes the kernelspec `fundwatch` into the user's Jupyter data folder and returns the file's absolute path. Its paths are
 * absolute, since not every editor fills in `{resource_dir}`: after the project moves, install again.
 */
export async function installKernelspec(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const folder = path.join(jupyterDataFolder(environment), 'kernels', KERNEL_NAME);
  const spec = {
    argv: kernelCommand('{connection_file}'),
    display_name: KERNELSPEC.display_name,
    language: KERNELSPEC.language,
    interrupt_mode: 'signal',
  };
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'kernel.json');
  await writeFile(file, `${JSON.stringify(spec, null, 2)}\n`);
  return file;
}

/** Where Jupyter looks for a user's kernels: `JUPYTER_DATA_DIR`, else the platform's folder as Jupyter defines it. */
export function jupyterDataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (environment.JUPYTER_DATA_DIR) return path.resolve(environment.JUPYTER_DATA_DIR);
  if (platform === 'darwin') return path.join(home, 'Library', 'Jupyter');
  if (platform === 'win32') return path.join(environment.APPDATA ?? path.join(home, 'AppData', 'Roaming'), 'jupyter');
  return path.join(environment.XDG_DATA_HOME ?? path.join(home, '.local', 'share'), 'jupyter');
}
