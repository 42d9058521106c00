/** `npm run bench -- profiles`: how fast people are found. */
export async function run(): Promise<void> {
  throw new Error('This bench has no figures yet.');
}
