export default async (user) => send(user);
