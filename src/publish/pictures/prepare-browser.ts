/**
 * Run by npm after an install: unpacks the bundled Chromium, so that the first export need not wait for it.
 * Does nothing where there is none, and never fails an install: an export tries again and says what is wrong.
 */
import { hasBundledBrowser, unpackBundledBrowser } from './bundled-browser.js';

if (hasBundledBrowser()) {
  try {
    await unpackBundledBrowser();
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    console.warn(`提示：内置 Chromium 未能预先解压（${reason}），首次导出图片时会再试。`);
  }
}
