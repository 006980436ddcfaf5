export function find(id: string): User;
export function find(user: { id: string }): User;
export function find(value: any): User { return value; }
export default abstract class Repository<T extends { id: string }> {
  protected abstract load(id: string): Promise<T>;
  get(id: string): Promise<T>;
  get(id: any) { return this.load(id); }
  static readonly defaults: Options = { a: 1 };
}
