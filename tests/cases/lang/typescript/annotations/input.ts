import type { Account } from "./account";
import { type Role, Service } from "./service";
interface User extends Base<string>, ns.Other { email: string; name?: string | null; address: { city: string }; send(to: string): Promise<User>; [key: string]: any; readonly tags: string[] }
type Id = string | number;
type Shape<T, K extends keyof T = keyof T> = Pick<T, K> & { extra: T["x"] };
type Fn = (u: User) => Account;
type Pair = [first: User, Account?];
type Mapped = { [K in keyof User]: string };
type Cond = User extends Base ? 1 : 2;
type Ev = "a" | "b" | undefined;
type Q = typeof config.user;
type P = Prisma.UserGetPayload<{ include: { a: true } }>;
function f(this: Window, user: User, id?: Id, { a, b = 1 }: Opts = {}, ...rest: Account[]): Promise<User | undefined> {
  let x: User = load(), later: Account;
  later = other;
  const { c }: Opts = x as unknown as Opts;
  const y = <User>x, z = x!, w = x satisfies User, v = { k: 1 } as const, any = x as any;
  return call<User, Id>(y, z!.email!);
}
function over(a: string): void;
function over(a: any) {}
function isUser(x: unknown): x is User { return true; }
