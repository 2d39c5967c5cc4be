import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../src/publish/pictures/browser.js';
import { hasBundledBrowser, unpackBundledBrowser } from '../../src/publish/pictures/bundled-browser.js';
import { openExporter } from '../../src/publish/pictures/export-charts.js';
import type { Chart } from '../../src/show/charts/chart.js';

function barChart(name: string, regions: string[], layout: Record<string, unknown> = {}): Chart {
  const title = '各统筹区可支付月数';
  return {
    name,
    title,
    data: [{ type: 'bar', x: regions, y: regions.map((_, index) => index + 1), marker: { pattern: { shape: '/' } } }],
    layout: { width: 640, height: 400, title: { text: title }, ...layout },
  };
}

const launched: Browser[] = [];
const launch = async (): Promise<Browser> => {
  const browser = await launchBrowser();
  launched.push(browser);
  return browser;
};
const exporter = openExporter({ launch });
afterAll(async () => (await exporter).close());
const draw = async (chart: Chart) => (await exporter).export(chart);

/** Text of an SVG as an XML parser sees it; fails when it is no XML. */
async function inspect(svg: string): Promise<{ texts: string[]; names: string[]; title: string }> {
  const page = await (launched.at(-1) as Browser).newPage();
  try {
    const source = `(() => {
      const drawing = new DOMParser().parseFromString(${JSON.stringify(svg)}, 'image/svg+xml');
      const all = (selector, of) => [...drawing.querySelectorAll(selector)].map(of);
      return {
        texts: all('text', (node) => node.textContent),
        names: [...new Set(all('*', (node) => node.localName))].sort(),
        title: drawing.documentElement.firstElementChild.nextElementSibling.textContent,
      };
    })()`;
    return (await page.evaluate(source)) as { texts: string[]; names: string[]; title: string };
  } finally {
    await page.close();
  }
}

describe('an exported chart', () => {
  test('keeps its text as text, bears its title and refers to nothing outside', async () => {
    const { svg, missing } = await draw(barChart('plain', ['攸县', '株洲市本级（含经济开发区）']));
    const { texts, names, title } = await inspect(svg);
    expect(texts).toEqual(expect.arrayContaining(['攸县', '株洲市本级（含经济开发区）', '各统筹区可支付月数']));
    expect(names).not.toContain('parsererror');
    expect(title).toBe('各统筹区可支付月数');
    expect(missing).toEqual([]);
    expect(svg.replace(/xmlns(:xlink)?="[^"]*"/g, '')).not.toMatch(/https?:|file:|blob:/);
    expect(svg).toMatch(/fill: url\('?(&quot;)?#/);
  });

  test('is a picture of twice the size of its layout', async () => {
    const { png } = await draw(barChart('size', ['攸县'], { width: 700, height: 300 }));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1400, 600]);
    const large = (await draw(barChart('large', ['攸县'], { width: 1700, height: 1300 }))).png;
    expect([large.readUInt32BE(16), large.readUInt32BE(20)]).toEqual([3400, 2600]);
  });

  test('is the same to the byte whatever was drawn before it, and its ids are its own', async () => {
    const first = await draw(barChart('same', ['攸县', '茶陵县']));
    await draw(barChart('between', ['炎陵县', '渌口区']));
    const again = await draw(barChart('same', ['攸县', '茶陵县']));
    expect(again.svg === first.svg).toBe(true);
    const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const other = await draw(barChart('other', ['攸县', '茶陵县']));
    expect(ids(first.svg).length).toBeGreaterThan(0);
    expect(ids(other.svg).filter((id) => ids(first.svg).includes(id))).toEqual([]);
  });

  test('looks the same in a browser that knows nothing but the SVG', async () => {
    const { svg, png } = await draw(barChart('alone', ['攸县', '醴陵市', '恩施土家族苗族自治州']));
    const page = await (launched.at(-1) as Browser).newPage();
    await page.setViewport({ width: 640, height: 400, deviceScaleFactor: 2 });
    await page.setContent(`<style>body{margin:0}</style>${svg}`);
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    const alone = Buffer.from(await page.screenshot({ optimizeForSpeed: true }));
    await page.close();
    expect(alone.equals(png)).toBe(true);
  });

  test('shows names that look like markup or are no XML, and takes no link from them', async () => {
    const names = [
      '<img src=x onerror=alert(1)>',
      '<a href="http://example.com/">链接</a>',
      'R&amp;D "一"',
      '甲\u0001乙',
    ];
    const { svg } = await draw(barChart('markup', names));
    const { texts, names: elements } = await inspect(svg);
    expect(texts).toEqual(expect.arrayContaining(['<img src=x onerror=alert(1)>', '链接', 'R&D "一"', '甲乙']));
    expect(elements).not.toContain('a');
    expect(elements).not.toContain('parsererror');
    expect(svg).not.toContain('example.com');
  });

  test('reports a character that the font cannot draw', async () => {
    expect((await draw(barChart('rare', ['䶮县']))).missing).toEqual(['䶮']);
  });

  test('fetches nothing, not even from this machine', async () => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests++;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.png`;
    const images = [{ source: address, x: 0, y: 1, sizex: 1, sizey: 1 }];
    const { svg } = await draw(barChart('image', ['攸县'], { images }));
    const page = await (launched.at(-1) as Browser).newPage();
    await expect(page.evaluate(`fetch(${JSON.stringify(address)})`)).rejects.toThrow('Failed to fetch');
    await page.close();
    server.close();
    expect(requests).toBe(0);
    expect(svg).not.toContain('127.0.0.1');
  });

  test('without a size is refused by name', async () => {
    const chart = { ...barChart('sizeless', ['攸县']), layout: {} };
    await expect(draw(chart)).rejects.toThrow('图表“各统筹区可支付月数”（sizeless）导出失败：');
  });
});

describe('the browser', () => {
  test('is started again when it dies while charts wait', async () => {
    const before = launched.length;
    await draw(barChart('first', ['攸县']));
    const waiting = ['second', 'third'].map((name) => draw(barChart(name, ['攸县'])));
    launched.at(-1)?.process()?.kill('SIGKILL');
    const done = await Promise.all(waiting);
    expect(done.every(({ png }) => png.length > 1000)).toBe(true);
    expect(launched.length).toBe(before + 1);
  });

  test('is given up, with the name of the chart, when it dies again', async () => {
    const dying = await openExporter({
      launch: async () => {
        const browser = await launchBrowser();
        browser.process()?.kill('SIGKILL');
        return browser;
      },
    });
    const chart = barChart('doomed', ['攸县']);
    await expect(dying.export(chart)).rejects.toThrow(
      '图表“各统筹区可支付月数”（doomed）导出失败（重新启动浏览器后再试，仍然失败）：',
    );
    await dying.close();
  });

  test('ends at once when the run is aborted', async () => {
    const stop = new AbortController();
    let browser: Browser | undefined;
    const stopping = await openExporter({
      signal: stop.signal,
      launch: async () => {
        browser = await launchBrowser();
        return browser;
      },
    });
    await stopping.export(barChart('before', ['攸县']));
    const waiting = stopping.export(barChart('after', ['攸县']));
    stop.abort(new Error('已中断'));
    await expect(waiting).rejects.toThrow(/^已中断$/);
    await stopping.close();
    expect(browser?.connected).toBe(false);
  });
});

describe.runIf(hasBundledBrowser())('the bundled browser', () => {
  test('is unpacked once by two processes that ask at the same time', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'fundwatch-unpack-'));
    try {
      const [first, second] = await Promise.all([unpackBundledBrowser(cache), unpackBundledBrowser(cache)]);
      expect(second).toEqual(first);
      expect(existsSync(first.path)).toBe(true);
      expect(readdirSync(cache)).toHaveLength(1);
    } finally {
      rmSync(cache, { recursive: true, force: true });
    }
  });

  test('dies with a process that is killed', async () => {
    const script = `import('${new URL('../../dist/publish/pictures/browser.js', import.meta.url).href}')
      .then(({ launchBrowser }) => launchBrowser()).then((browser) => console.log(browser.process().pid));`;
    const temporary = mkdtempSync(join(tmpdir(), 'fundwatch-killed-'));
    const env = { ...process.env, TMPDIR: temporary };
    const parent = spawn(process.execPath, ['-e', script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (data) => resolve(Number(data))));
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    parent.kill('SIGKILL');
    await expect.poll(() => aliveIn(pid), { timeout: 5000 }).toEqual([]);
    rmSync(temporary, { recursive: true, force: true });
  });
});

/** Processes of a browser's group that still run; ended ones that nobody has waited for do not count. */
function aliveIn(group: number): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const [state, , processGroup] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
        return Number(processGroup) === group && state !== 'Z';
      } catch {
        return false;
      }
    });
}
