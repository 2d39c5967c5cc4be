import type { InputError } from '../../domain/input-error.js';
import { damagedFile } from './damaged-file.js';
import { DEEPEST_ELEMENT } from './reading-limits.js';

const GREATER = 62;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Walks an XML document from tag to tag in time proportional to its length. Namespace prefixes are dropped. Knows no
 * document types, so that no entity can be declared. Throws InputError when the document is not well formed.
 */
export class XmlScanner {
  /** Name of the tag that is stood on, without its prefix. */
  name = '';
  /** Whether it is an end tag. */
  closing = false;
  /** Whether it is a start and an end in one, `<c/>`. */
  empty = false;
  /** Text between the tag before and this one, with entities resolved. */
  text = '';
  readonly #xml: string;
  readonly #part: string;
  #at = 0;
  #attributes = '';
  readonly #open: string[] = [];

  /** A document; the name of its part is for messages. */
  constructor(xml: string, part: string) {
    this.#xml = xml;
    this.#part = part;
  }

  /** Goes to the next tag; false when the document has ended. */
  next(): boolean {
    this.text = '';
    for (;;) {
      const start = this.#xml.indexOf('<', this.#at);
      if (start === -1) {
        if (this.#open.length > 0) throw this.#broken();
        return false;
      }
      if (start > this.#at) this.text += resolveEntities(this.#xml.slice(this.#at, start));
      if (this.#xml.startsWith('<!--', start)) this.#at = this.#after('-->', start + 4);
      else if (this.#xml.startsWith('<?', start)) this.#at = this.#after('?>', start + 2);
      else if (this.#xml.startsWith('<![CDATA[', start)) {
        this.#at = this.#after(']]>', start + 9);
        this.text += this.#xml.slice(start + 9, this.#at - 3);
      } else {
        this.#readTag(start);
        return true;
      }
    }
  }

  /** Value of an attribute of this tag by its name without prefix; undefined when it has none. */
  attribute(name: string): string | undefined {
    const all = this.#attributes;
    for (let at = 0; ; ) {
      const equals = all.indexOf('=', at);
      if (equals === -1) return undefined;
      let open = equals + 1;
      while (isSpace(all.charCodeAt(open))) open += 1;
      const end = all.indexOf(all.charAt(open), open + 1);
      if (end <= open || !isQuote(all.charCodeAt(open))) throw this.#broken();
      const found = all.slice(at, equals).trim();
      if (found === name || found.endsWith(`:${name}`)) return resolveEntities(all.slice(open + 1, end));
      at = end + 1;
    }
  }

  #readTag(start: number): void {
    const end = this.#endOfTag(start);
    this.closing = this.#xml[start + 1] === '/';
    this.empty = !this.closing && this.#xml[end - 1] === '/';
    const inside = this.#xml.slice(start + (this.closing ? 2 : 1), this.empty ? end - 1 : end);
    const space = firstSpace(inside);
    const full = space === -1 ? inside : inside.slice(0, space);
    this.name = full.slice(full.indexOf(':') + 1);
    this.#attributes = space === -1 ? '' : inside.slice(space);
    this.#at = end + 1;
    if (this.name === '' || full.startsWith('!')) throw this.#broken();
    if (this.closing) {
      if (this.#open.pop() !== full) throw this.#broken();
    } else if (!this.empty && this.#open.push(full) > DEEPEST_ELEMENT) throw this.#broken();
  }

  /** A `>` in a quoted value does not end the tag. */
  #endOfTag(start: number): number {
    let quote = 0;
    for (let at = start + 1; at < this.#xml.length; at += 1) {
      const code = this.#xml.charCodeAt(at);
      if (quote !== 0) quote = code === quote ? 0 : quote;
      else if (code === GREATER) return at;
      else if (isQuote(code)) quote = code;
    }
    throw this.#broken();
  }

  #after(mark: string, from: number): number {
    const found = this.#xml.indexOf(mark, from);
    if (found === -1) throw this.#broken();
    return found + mark.length;
  }

  #broken(): InputError {
    return damagedFile(`部件 ${this.#part} 不完整或写法不对`);
  }
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39;
}

function firstSpace(text: string): number {
  for (let at = 0; at < text.length; at += 1) if (isSpace(text.charCodeAt(at))) return at;
  return -1;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function resolveEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{1,8});/gi, (entity) => {
    const name = entity.slice(1, -1);
    if (!name.startsWith('#')) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? entity) : entity;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}
