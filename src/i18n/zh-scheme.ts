/** Words of the scheme view. */
export const zhScheme = {};
