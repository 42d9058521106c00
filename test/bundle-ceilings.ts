/** How large the parts of the extension may become, in bytes of minified JavaScript, uncompressed. */
export const ceilings = [
  { part: 'content script', entry: 'profiles.js', bytes: 30_000 },
  { part: 'readers of markup', entry: 'markup.js', bytes: 22_500 },
  { part: 'reader of structure', entry: 'structure.js', bytes: 45_000 },
  { part: 'background', entry: 'background.js', bytes: 90_000 },
  { part: 'popup', entry: 'popup.html', bytes: 80_000 },
  { part: 'side panel', entry: 'sidepanel.html', bytes: 80_000 },
] as const;
