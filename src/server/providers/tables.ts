export interface DirectoryTables {
  directory_contact: DirectoryContactTable;
}

/** One person of a workspace's own directory. The `_key` columns hold one spelling of what they are named after. */
export interface DirectoryContactTable {
  workspace_id: string;
  id: string;
  name: string;
  name_key: string;
  title: string | null;
  company: string | null;
  company_key: string | null;
  domain: string | null;
  email: string | null;
  email_type: string | null;
  email_verified: number;
  phone: string | null;
  phone_type: string | null;
  phone_verified: number;
  profile_url: string | null;
  url_key: string | null;
  profile_key: string | null;
}
