import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PROJECT, REPOSITORY } from '../fixtures/workspace.js';

/** A throwaway copy of the tests' data and the notebooks, on which the real command runs. */
export class WorkspaceCopy {
  readonly root = mkdtempSync(path.join(os.tmpdir(), 'fundwatch-workspace-'));

  constructor() {
    cpSync(path.join(PROJECT, 'data'), this.file('data'), { recursive: true });
    for (const name of ['notebooks', 'package.json']) {
      cpSync(path.join(REPOSITORY, name), this.file(name), { recursive: true });
    }
  }

  start(...args: string[]): ChildProcess {
    return spawn(process.execPath, [path.join(REPOSITORY, 'bin/fundwatch.js'), ...args], {
      env: { ...process.env, FUNDWATCH_ROOT: this.root },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  async run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const child = this.start(...args);
    const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { code, stdout: await stdout, stderr: await stderr };
  }

  file(...parts: string[]): string {
    return path.join(this.root, ...parts);
  }

  /** Every file below a folder with its content, to compare two states byte for byte. */
  contents(...parts: string[]): Map<string, string> {
    const folder = this.file(...parts);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Map(
      files.map((entry) => path.join(entry.parentPath, entry.name)).map((file) => [file, readFileSync(file, 'base64')]),
    );
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = '';
  for await (const chunk of stream ?? []) text += chunk;
  return text;
}
