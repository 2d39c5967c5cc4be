import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pageFrame } from '../../../src/publish/pages/page-frame.js';
import { chartScripts } from '../../../src/publish/pictures/plotly-script.js';
import { html, raw } from '../../../src/show/html.js';
import { SITE } from './page-sample.js';

const frame = (body: string): string =>
  pageFrame({
    site: SITE,
    title: '事实表',
    root: '../',
    navigation: [{ href: '../index.html', label: '首页' }],
    body: raw(body),
  });

describe('every page', () => {
  it('says what it is and to which place and period it belongs', () => {
    expect(frame('')).toContain('<title>事实表 - 株洲市 2021年一季度 医疗保险基金运行分析</title>');
    expect(frame('')).toContain('<html lang="zh-CN">');
  });

  it('names no other computer', () => {
    expect(frame('<figure class="chart"></figure>')).not.toMatch(/(?:https?:)?\/\/[a-z0-9-]+\./i);
  });

  it('allows of inline scripts exactly the one that draws charts', () => {
    const page = frame('<figure class="chart"></figure>');
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
    expect(scripts).toHaveLength(1);
    const hash = createHash('sha256')
      .update(scripts[0] ?? '')
      .digest('base64');
    expect(policy).toContain(`script-src 'self' file: 'sha256-${hash}';`);
    expect(policy).toContain("default-src 'none'");
    expect(policy.split(';').find((part) => part.includes('script-src'))).not.toContain('unsafe');
  });

  it('escapes the labels of its bar', () => {
    const page = pageFrame({
      site: SITE,
      title: '',
      root: '',
      navigation: [{ href: 'a"b', label: '<b>' }],
      body: html``,
    });
    expect(page).toContain('<a href="a&quot;b">&lt;b&gt;</a>');
  });
});

describe('the script that draws charts', () => {
  it('is valid JavaScript and speaks Chinese', () => {
    const script = /<script>([\s\S]*)<\/script>/.exec(chartScripts('').text)?.[1] ?? '';
    expect(() => new Function(script)).not.toThrow();
    expect(script).toContain('"Download plot as a PNG":"下载 PNG 图片"');
    expect(script).toContain("plotlyServerURL: ''");
  });
});
