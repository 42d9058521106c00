/** Whoever acts, with the ids that the accounts library gave. `name` is kept beside what they did. */
export interface Member {
  workspace: string;
  id: string;
  name: string;
}
