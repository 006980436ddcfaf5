import { Pool } from 'pg';

const pool = new Pool();

export async function query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
  const result = await pool.query(sql, values);
  return result.rows as T[];
}
