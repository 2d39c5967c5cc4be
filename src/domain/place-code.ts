const CODE = /^[a-z][a-z0-9-]{0,39}$/;
/** `data/reference/` is not a place; the others are devices to Windows, which makes no folder of such a name. */
const TAKEN = /^(reference|con|prn|aux|nul|com\d|lpt\d)$/;

/** Chinese: why a new place cannot have this code, which names a folder of `data/`. Empty when it can. */
export function placeCodeProblem(text: string): string {
  if (!CODE.test(text)) return '地区代码应为小写字母和数字（不超过 40 个），如拼音';
  return TAKEN.test(text) ? '这个名称另有用处，不能作地区代码' : '';
}
