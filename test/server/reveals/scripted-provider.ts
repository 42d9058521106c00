import type { Contact } from '#contract/reveal.ts';
import type { Answer, Provider, Query } from '#server/providers/provider.ts';

/** A provider whose answers a test decides, and which counts how often it was asked. */
export interface Scripted extends Provider {
  asked: Query[];
  /** Answers from now on. */
  answers(answer: (query: Query, signal: AbortSignal) => Answer | Promise<Answer>): void;
}

export function scripted(name = 'Harbourline'): Scripted {
  let script: Parameters<Scripted['answers']>[0] = ({ profile, field }) => found(profile.key, field);
  const asked: Query[] = [];
  return {
    name,
    asked,
    answers(answer) {
      script = answer;
    },
    async find(query, signal) {
      asked.push(query);
      return script(query, signal);
    },
  };
}

/** Somebody is found: by default somebody else for each profile. */
export function found(person: string, field: 'email' | 'phone', value?: string): Answer {
  return { kind: 'found', person, contact: contact(value ?? valueFor(person, field)) };
}

function contact(value: string): Contact {
  return { value, type: 'work', verified: true, provider: 'whatever it calls itself', at: '2020-01-01T00:00:00.000Z' };
}

function valueFor(person: string, field: 'email' | 'phone'): string {
  if (field === 'email') return `${person.replace(/[^a-z0-9]+/g, '.')}@brightwater.example`;
  const digits = [...person].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 10_000_000, 7);
  return `+1 312 ${String(digits).padStart(7, '0')}`;
}

/** A gate that a provider can wait at until the test opens it; `reached` settles when it is waited at. */
export function gate(): { wait(): Promise<void>; open(): void; reached: Promise<void> } {
  const opened = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  return {
    wait() {
      reached.resolve();
      return opened.promise;
    },
    open: () => opened.resolve(),
    reached: reached.promise,
  };
}
