import { describe, expect, test } from 'vitest';
import { BrowserNotFoundError, browserCandidates, launchBrowser } from '../../../src/publish/pictures/browser.js';
import { openExporter } from '../../../src/publish/pictures/export-charts.js';

const absent = (label: string) => ({ label, locate: async () => undefined });
const broken = (label: string, message: string) => ({
  label,
  locate: () => Promise.reject(new Error(message)),
});
const chart = { name: 'income', title: '基金收入', data: [], layout: { width: 400, height: 300 } };

describe('which browser is tried', () => {
  const labels = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv) =>
    browserCandidates(platform, environment).map(({ label }) => label);

  test('the one that the variable names, and no other', () => {
    expect(labels('linux', { FUNDWATCH_BROWSER: '/opt/b' })).toEqual(['环境变量 FUNDWATCH_BROWSER 指定的 /opt/b']);
  });

  test('an empty variable names none', () => {
    expect(labels('linux', { FUNDWATCH_BROWSER: '' })).toContain('/usr/bin/chromium');
  });

  test('on Windows Chrome before Edge, in every folder of programs that there is', () => {
    const found = labels('win32', { PROGRAMFILES: 'C:\\P', LOCALAPPDATA: 'C:\\L' }).filter((label) =>
      label.includes('\\'),
    );
    expect(found).toEqual([
      'C:\\P\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\L\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\L\\Microsoft\\Edge\\Application\\msedge.exe',
    ]);
  });

  test('on macOS the applications of all and of the user', () => {
    expect(labels('darwin', { HOME: '/Users/li' })).toContain(
      '/Users/li/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
  });
});

describe('when no browser can be started', () => {
  test('the message says what was tried and what to do', async () => {
    const launching = launchBrowser([
      broken('内置 Chromium', 'EACCES: permission denied'),
      absent('/usr/bin/chromium'),
    ]);
    await expect(launching).rejects.toThrow(
      '找不到可用的浏览器，无法导出图片。\n' +
        '  已尝试 内置 Chromium：EACCES: permission denied\n' +
        '请安装 Chrome、Edge 或 Chromium，或用环境变量 FUNDWATCH_BROWSER 指明浏览器程序的完整路径。',
    );
  });

  test('a variable that names a file that is not there is said to do so', async () => {
    const launching = launchBrowser(browserCandidates('linux', { FUNDWATCH_BROWSER: '/no/such' }));
    await expect(launching).rejects.toThrow('  已尝试 环境变量 FUNDWATCH_BROWSER 指定的 /no/such：文件不存在\n');
  });

  test('the first chart hears of it by name, and it is not tried again', async () => {
    let launches = 0;
    const exporter = await openExporter({
      launch: () => {
        launches++;
        return Promise.reject(new BrowserNotFoundError('找不到可用的浏览器'));
      },
    });
    await expect(exporter.export(chart)).rejects.toThrow('图表“基金收入”（income）导出失败：找不到可用的浏览器');
    await exporter.close();
    expect(launches).toBe(1);
    await expect(exporter.export(chart)).rejects.toThrow('the exporter is closed');
  });

  test('an aborted run says so and not that a chart failed', async () => {
    const stop = new AbortController();
    stop.abort(new Error('已中断'));
    const exporter = await openExporter({ signal: stop.signal });
    await expect(exporter.export(chart)).rejects.toThrow(/^已中断$/);
    await exporter.close();
  });
});
