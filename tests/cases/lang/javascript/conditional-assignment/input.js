let user;
ready && (user = load());
user || (user = {});
const name = user.name || (user.first + " " + user.last);
if (name) { user = null; }
send(user?.["e-mail"] ?? name);
