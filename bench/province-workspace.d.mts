/** Period of the workbook that is to be imported. */
export const PERIOD: string;

/** See `province-workspace.mjs`. */
export function provinceWorkspace(root: string, importEarlier: (file: string) => Promise<unknown>): Promise<string>;
