import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../facts/workspace.js';

const PACKAGES = ['arquero', 'decimal.js', 'plotly.js', 'tslab', 'puppeteer-core', '@fontsource-variable/noto-sans-sc'];

/** Version of the product, from its package.json. */
export function fundwatchVersion(): string {
  return versionOf(path.join(projectRoot(), 'package.json'));
}

/** Versions of all that may change a figure or a picture, for `run.json`. */
export function versions(browser: string): Record<string, string> {
  const packages = PACKAGES.map((name) => [
    name,
    versionOf(path.join(projectRoot(), 'node_modules', name, 'package.json')),
  ]);
  return {
    fundwatch: fundwatchVersion(),
    node: process.versions.node,
    browser,
    ...Object.fromEntries(packages),
  };
}

function versionOf(file: string): string {
  if (!existsSync(file)) return '';
  return (JSON.parse(readFileSync(file, 'utf8')) as { version?: string }).version ?? '';
}
