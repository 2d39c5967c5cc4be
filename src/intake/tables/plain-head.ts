import { plainName } from '../../domain/region.js';

/** A head or label without what statements vary freely. */
export interface PlainHead {
  /** Without spaces, numbering, `其中：` and brackets, in half width: `基金收入`. */
  words: string;
  /** With its brackets, for words such as `职工医保（含生育）`. */
  full: string;
  /** What stood in brackets, after `单位：`, or a sign of percent at the end: `万元`, `2022年`. */
  brackets: string[];
}

const NUMBERING = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+[、.)](?!\d))/u;
const AMONG = /^其中[::]?|[::]?其中$/gu;
const BRACKETS = /[(（[【〔]([^()（）[\]【】〔〕]*)[)）\]】〕]/gu;
const UNIT_SAID = /(?:金额)?单位[::]\s*(\S+)$/u;

/** Splits a head: `1、其中： 基金收入（万元）` → words `基金收入`, brackets [`万元`]. */
export function plainHead(text: string): PlainHead {
  const brackets: string[] = [];
  const setAside = (said: string): string => {
    brackets.push(said);
    return '';
  };
  const plain = plainName(text).replace(NUMBERING, '');
  const words = plain
    .replace(BRACKETS, (_, inner: string) => setAside(inner.replace(UNIT_SAID, '$1')))
    .replace(UNIT_SAID, (_, unit: string) => setAside(unit))
    .replace(/%$/u, setAside);
  return { words: withoutFrame(words), full: withoutFrame(plain), brackets };
}

/** Without `其中：`, trailing colons and marks of footnotes. */
function withoutFrame(text: string): string {
  return text.replace(AMONG, '').replace(/^[::、]+|[::*、]+$/gu, '');
}
