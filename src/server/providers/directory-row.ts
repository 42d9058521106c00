import * as z from 'zod/mini';
import { type Field, ProfileKey } from '#contract/profile.ts';
import { canonicalUrl } from '#contract/profile-key.ts';
import { Contact } from '#contract/reveal.ts';
import { cleanText } from '#contract/text.ts';
import { digestOf } from '../digest.ts';
import { hasShape } from './contact-value.ts';
import { companyKey, domainKey, nameKey } from './names.ts';
import type { DirectoryContactTable } from './tables.ts';

/** Columns of an import. */
export const COLUMNS = [
  'name',
  'title',
  'company',
  'domain',
  'email',
  'email_type',
  'email_verified',
  'phone',
  'phone_type',
  'phone_verified',
  'profile_url',
  'profile_key',
] as const;
export type Column = (typeof COLUMNS)[number];

/** One row of an import by column; an empty cell is an empty string. */
export type Cells = Record<Column, string>;

/** A person of the directory, yet without workspace and id. */
export type Person = Omit<DirectoryContactTable, 'workspace_id' | 'id'>;

/** What is wrong with a row: the column, and a sentence without the value itself. */
export interface CellProblem {
  column: string;
  message: string;
}

const YES = new Set(['yes', 'y', 'true', '1']);
const NO = new Set(['no', 'n', 'false', '0', '']);

/** Reads a row, or says the first thing that is wrong with it. */
export function personOf(cells: Cells): Person | CellProblem {
  const wrong = firstProblem(cells);
  if (wrong !== null) return wrong;
  const url = cells.profile_url === '' ? null : canonicalUrl(cells.profile_url);
  return {
    name: cleanText(cells.name, 200),
    name_key: nameKey(cells.name),
    title: orNull(cells.title, 300),
    company: orNull(cells.company, 200),
    company_key: cells.company === '' ? null : companyKey(cells.company),
    domain: cells.domain === '' ? null : domainKey(cells.domain),
    email: orNull(cells.email, 254),
    email_type: typeOf(cells, 'email'),
    email_verified: YES.has(cells.email_verified.toLowerCase()) ? 1 : 0,
    phone: orNull(cells.phone, 60),
    phone_type: typeOf(cells, 'phone'),
    phone_verified: YES.has(cells.phone_verified.toLowerCase()) ? 1 : 0,
    profile_url: url === null ? null : cells.profile_url,
    url_key: url,
    profile_key: cells.profile_key === '' ? null : cells.profile_key,
  };
}

/** An id that the same new person gets from two imports at once. */
export function idOf({ profile_key, url_key, name_key, company_key, domain, email, phone }: Person): string {
  const identity =
    profile_key !== null
      ? [profile_key]
      : url_key !== null
        ? [url_key, name_key]
        : [name_key, company_key, domain, email ?? phone];
  return digestOf(identity).slice(0, 32);
}

function firstProblem(cells: Cells): CellProblem | null {
  for (const column of COLUMNS) {
    if (cells[column].includes('\uFFFD')) return { column, message: 'is not UTF-8 text' };
  }
  if (nameKey(cells.name) === '') return { column: 'name', message: 'is missing' };
  if (cells.email === '' && cells.phone === '') return { column: 'email', message: 'is missing, and so is phone' };
  for (const field of ['email', 'phone'] as const) {
    const problem = contactProblem(cells, field);
    if (problem !== null) return problem;
  }
  if (cells.domain !== '' && domainKey(cells.domain) === null) return { column: 'domain', message: 'is no domain' };
  if (cells.profile_url !== '' && (cells.profile_url.length > 2048 || canonicalUrl(cells.profile_url) === null)) {
    return { column: 'profile_url', message: 'is no http(s) address' };
  }
  if (cells.profile_key !== '' && !z.safeParse(ProfileKey, cells.profile_key).success) {
    return { column: 'profile_key', message: 'is no profile key, such as linkedin:in/ada' };
  }
  if (cells.profile_key === '' && cells.profile_url === '' && cells.company === '' && cells.domain === '') {
    return { column: 'company', message: 'is missing, and a name alone identifies nobody' };
  }
  return null;
}

function contactProblem(cells: Cells, field: Field): CellProblem | null {
  const value = cells[field];
  if (value !== '' && !hasShape(field, value)) {
    return { column: field, message: field === 'email' ? 'is no e-mail address' : 'is no phone number' };
  }
  const type = `${field}_type` as const;
  if (cells[type] !== '' && !z.safeParse(Contact.shape.type, cells[type].toLowerCase()).success) {
    return { column: type, message: `must be one of ${Contact.shape.type.options.join(', ')}` };
  }
  const verified = cells[`${field}_verified`].toLowerCase();
  if (!YES.has(verified) && !NO.has(verified)) return { column: `${field}_verified`, message: 'must be yes or no' };
  return null;
}

function typeOf(cells: Cells, field: Field): string | null {
  if (cells[field] === '') return null;
  return cells[`${field}_type`].toLowerCase() || 'other';
}

function orNull(cell: string, max: number): string | null {
  return cleanText(cell, max) || null;
}
