import type { Steps } from '../person.ts';
import { addressOf, type Item, isItem, list, newItem } from './items.ts';

/** Levels of nesting whose terms are looked up. */
const DEPTH_LIMIT = 40;

/** What a term of a page's own stands for (https://www.w3.org/TR/json-ld11/#expanded-term-definition). */
interface Term {
  /** Name, keyword or address of a property or type. */
  id: string;
  /** The values have this property, and the item for its value. */
  reverse: boolean;
  /** The values are the addresses of items. */
  link: boolean;
  /** The values stand under a language, an index or an `@id` each. */
  container: readonly unknown[];
  /** The context of the values. */
  context: unknown;
}

/** What the names of a document mean (https://www.w3.org/TR/json-ld11/#the-context). */
interface Context {
  terms: ReadonlyMap<string, Term>;
  /** What names without a meaning of their own are names of. */
  vocabulary: string;
  base: string | undefined;
}

const NOTHING: Context = { terms: new Map(), vocabulary: '', base: undefined };

/**
 * The items of a document under the names that its context gives them; as they are where there is none, or only the
 * address of one.
 */
export function* expanded(value: unknown): Steps<unknown> {
  if (!list(value).some((top) => isItem(top) && (typeof top['@context'] === 'object' || '@reverse' in top)))
    return value;
  let count = 0;
  /** Items that have another as a value which says so itself, and items which merely come along. */
  const beside: unknown[] = [];

  function* inside(value: unknown, context: Context, depth: number): Steps<unknown> {
    if (++count % 200 === 0) yield;
    if (depth > DEPTH_LIMIT) return undefined;
    if (Array.isArray(value)) {
      const all: unknown[] = [];
      for (const one of value) all.push(yield* inside(one, context, depth + 1));
      return all;
    }
    if (!isItem(value)) return value;
    const own = '@context' in value ? contextOf(value['@context'], context) : context;
    const item = newItem([]);
    for (const [name, said] of Object.entries(value)) {
      const term = own.terms.get(name);
      const id = term?.id ?? (/[@:]/.test(name) ? name : own.vocabulary + name);
      if (id === '@context' || !id) continue;
      if (id === '@type') item[id] = list(said).map((type) => own.terms.get(String(type))?.id ?? type);
      else if (id === '@id') item[id] = resolved(said, own);
      else {
        const within = contextOf(term?.context, own);
        const held = yield* inside(parts(said, term, own), within, depth + 1);
        if (id === '@included') beside.push(held);
        else if (id === '@nest') nest(item, held);
        else if (id === '@reverse') for (const [by, one] of Object.entries(held ?? {})) turn(item, by, one);
        else if (term?.reverse) turn(item, id, held);
        else item[id] = item[id] === undefined ? held : [item[id], held].flat();
      }
    }
    return item;
  }

  const turn = (item: Item, by: string, held: unknown) => {
    for (const one of list(held)) {
      if (!isItem(one)) continue;
      one[by] = [one[by] ?? [], item].flat();
      beside.push(one);
    }
  };

  return [yield* inside(value, NOTHING, 0), beside];
}

/** Properties that stand together under a name for no more than order are the item's own. */
function nest(item: Item, held: unknown): void {
  for (const one of list(held)) if (isItem(one)) Object.assign(item, one, { '@type': item['@type'] });
}

/** The values of a term, without the languages or names that they stand under. */
function parts(said: unknown, term: Term | undefined, context: Context): unknown {
  if (!term) return said;
  if (term.link) return list(said).map((one) => (typeof one === 'string' ? { '@id': resolved(one, context) } : one));
  const [container] = term.container;
  if (!isItem(said) || !/^@(?:language|index|id|type|graph)$/.test(String(container)) || '@value' in said) return said;
  return Object.entries(said).flatMap(([key, value]) =>
    container === '@id' && isItem(value) ? { '@id': resolved(key, context), ...value } : value,
  );
}

/** An `@id` by the base that the document gives itself. */
function resolved(id: unknown, { base }: Context): unknown {
  return base && typeof id === 'string' ? addressOf(id, base) : id;
}

/** The context that one given inside another makes of it. That of an address alone is taken for schema.org's. */
function contextOf(given: unknown, outer: Context): Context {
  let context = outer;
  for (const one of given === null ? [null] : list(given).slice(0, 20)) {
    if (one === null) context = NOTHING;
    if (!isItem(one)) continue;
    const terms = new Map(context.terms);
    for (const [name, said] of Object.entries(one).slice(0, 500)) {
      if (!name.startsWith('@')) terms.set(name, termOf(name, said));
    }
    const { '@vocab': vocabulary, '@base': base } = one;
    context = {
      terms,
      vocabulary: typeof vocabulary === 'string' ? vocabulary : context.vocabulary,
      base: typeof base === 'string' ? base : context.base,
    };
  }
  return context;
}

function termOf(name: string, said: unknown): Term {
  const definition: Item = isItem(said) ? said : { '@id': said };
  const { '@id': id = name, '@reverse': reverse, '@type': type } = definition;
  return {
    // One that stands for nothing takes the meaning from a name.
    id: said === null || id === null ? '' : String(reverse ?? id),
    reverse: reverse !== undefined,
    link: type === '@id' || type === '@vocab',
    container: list(definition['@container']).filter((kind) => kind !== '@set'),
    context: definition['@context'],
  };
}
