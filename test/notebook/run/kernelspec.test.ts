import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { installKernelspec, jupyterDataFolder } from '../../../src/notebook/run/kernelspec.js';

test('The kernelspec goes into the Jupyter data folder, with absolute paths', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'fundwatch-kernelspec-'));
  try {
    const file = await installKernelspec({ JUPYTER_DATA_DIR: folder });
    expect(file).toBe(path.join(folder, 'kernels', 'fundwatch', 'kernel.json'));
    const spec = JSON.parse(await readFile(file, 'utf8'));
    expect(spec).toMatchObject({
      display_name: 'fundwatch (TypeScript)',
      language: 'typescript',
      interrupt_mode: 'signal',
    });
    expect(spec.argv[0]).toBe(process.execPath);
    expect(spec.argv.at(-1)).toBe('{connection_file}');
    expect(path.isAbsolute(spec.argv.at(-2))).toBe(true);
    expect(spec.argv.at(-2)).toMatch(/dist.notebook.kernel\.js$/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('Each platform has its Jupyter data folder', () => {
  expect(jupyterDataFolder({}, 'linux', '/accounts/li')).toBe(path.join('/accounts/li', '.local', 'share', 'jupyter'));
  expect(jupyterDataFolder({ XDG_DATA_HOME: '/data' }, 'linux', '/accounts/li')).toBe(path.join('/data', 'jupyter'));
  expect(jupyterDataFolder({}, 'darwin', '/Users/li')).toBe(path.join('/Users/li', 'Library', 'Jupyter'));
  expect(jupyterDataFolder({ APPDATA: '/roaming' }, 'win32', '/li')).toBe(path.join('/roaming', 'jupyter'));
});
