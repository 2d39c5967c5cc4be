/**
 * Makes a look-up of the entries of a list by their names, first come first served: an index is built once a list and kept
 * as long as the list. A list must not change once it has been looked up in.
 *
 * @param namesOf names under which an entry is found
 */
export function listIndex<Entry>(
  namesOf: (entry: Entry) => readonly string[],
): (list: readonly Entry[], name: string) => Entry | undefined {
  const indexes = new WeakMap<readonly Entry[], ReadonlyMap<string, Entry>>();
  return (list, name) => {
    const index = indexes.get(list) ?? indexOf(list, namesOf);
    indexes.set(list, index);
    return index.get(name);
  };
}

function indexOf<Entry>(
  list: readonly Entry[],
  namesOf: (entry: Entry) => readonly string[],
): ReadonlyMap<string, Entry> {
  const index = new Map<string, Entry>();
  for (const entry of list) for (const name of namesOf(entry)) if (!index.has(name)) index.set(name, entry);
  return index;
}
