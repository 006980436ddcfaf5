export const segment = (list: string[]) => list.slice(0, 2);
