export function useUser(): User | null {
  const user = useContext(Ctx)!;
  if (!user?.profile?.email) return null;
  const list: Array<Partial<User>> = [], map = new Map<string, User>();
  for (const item of list as User[]) map.set(item.id!, item as User);
  let total = 0;
  total += list.length;
  return <User>(user as unknown);
}
