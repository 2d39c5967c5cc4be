import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { hasBundledBrowser, unpackBundledBrowser } from './bundled-browser.js';

/** A browser that may be on this machine. */
export interface BrowserCandidate {
  /** Chinese name for messages. */
  label: string;
  /** The executable and what its process needs; `undefined` when it is not there. */
  locate(): Promise<{ path: string; environment?: Record<string, string> } | undefined>;
}

/** Environment variable that names the browser to use and no other. */
export const BROWSER_VARIABLE = 'FUNDWATCH_BROWSER';

const LAUNCH_TIMEOUT_MS = 20_000;
const ANSWER_TIMEOUT_MS = 60_000;

/** None of the browsers could be started; trying again would not help. */
export class BrowserNotFoundError extends Error {
  override name = 'BrowserNotFoundError';
}

/** No window, no network, nothing asked and nothing reported: the browser only draws. */
const FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** Where Chrome, Edge and Chromium are usually installed. */
function localBrowsers(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') {
    const folders = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return programs.flatMap((program) =>
      folders.flatMap((folder) => (folder === undefined ? [] : [`${folder}\\${program}`])),
    );
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].flatMap((name) =>
      ['/Applications', join(environment.HOME ?? '/', 'Applications')].map(
        (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    );
  }
  return [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/microsoft-edge',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ];
}

/**
 * Browsers in the order they are tried: the one that {@link BROWSER_VARIABLE} names, and then no other;
 * else the bundled Chromium (Linux x64), else a Chrome, Edge or Chromium in its usual place.
 */
export function browserCandidates(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): BrowserCandidate[] {
  const atPath = (label: string, path: string): BrowserCandidate => ({
    label,
    locate: async () => (existsSync(path) ? { path } : undefined),
  });
  const named = environment[BROWSER_VARIABLE];
  if (named !== undefined && named !== '') return [atPath(`环境变量 ${BROWSER_VARIABLE} 指定的 ${named}`, named)];
  const local = localBrowsers(platform, environment).map((path) => atPath(path, path));
  return hasBundledBrowser() ? [{ label: '内置 Chromium', locate: () => unpackBundledBrowser() }, ...local] : local;
}

/**
 * Starts the first browser that can be started, headless and without network.
 *
 * It hangs on a pipe, so it ends when this process ends, however that happens; signals are the caller's affair.
 * Throws {@link BrowserNotFoundError}, whose Chinese message lists what was tried and what to install.
 */
export async function launchBrowser(candidates: BrowserCandidate[] = browserCandidates()): Promise<Browser> {
  const failures: string[] = [];
  for (const { label, locate } of candidates) {
    try {
      const found = await locate();
      if (found !== undefined) return await launch(found.path, { ...process.env, ...found.environment });
      if (candidates.length === 1) failures.push(`${label}：文件不存在`);
    } catch (error) {
      failures.push(`${label}：${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
  }
  throw new BrowserNotFoundError(
    [
      '找不到可用的浏览器，无法导出图片。',
      ...failures.map((failure) => `  已尝试 ${failure}`),
      `请安装 Chrome、Edge 或 Chromium，或用环境变量 ${BROWSER_VARIABLE} 指明浏览器程序的完整路径。`,
    ].join('\n'),
  );
}

async function launch(path: string, env: NodeJS.ProcessEnv): Promise<Browser> {
  // Loaded here, because it takes 0.2 s that a command without pictures need not wait.
  const { default: puppeteer } = await import('puppeteer-core');
  const start = async (sandbox: string[]): Promise<Browser> => {
    const browser = await puppeteer.launch({
      executablePath: path,
      headless: 'shell',
      pipe: true,
      args: [...FLAGS, ...sandbox],
      env,
      timeout: LAUNCH_TIMEOUT_MS,
      protocolTimeout: ANSWER_TIMEOUT_MS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      defaultViewport: null,
    });
    // A killed browser resets its pipes when puppeteer no longer listens to them, which would end this process too.
    for (const pipe of browser.process()?.stdio.slice(3) ?? []) pipe?.on('error', () => {});
    return browser;
  };
  const unboxed = ['--no-sandbox', '--no-zygote'];
  if (process.platform !== 'linux') return start([]);
  if (process.getuid?.() === 0 || inContainer()) return start(unboxed);
  // Some kernels forbid the sandbox to programs outside /usr; only our own charts are drawn, so it is dispensable.
  return start([]).catch(() => start(unboxed));
}

function inContainer(): boolean {
  return (
    existsSync('/.dockerenv') || existsSync('/run/.containerenv') || process.env.KUBERNETES_SERVICE_HOST !== undefined
  );
}
