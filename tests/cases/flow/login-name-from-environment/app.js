async function report() {
  const login = process.env.USER; // ~> identity.username github
  const email = process.env.GIT_AUTHOR_EMAIL; // ~> contact.email github
  const body = JSON.stringify({ by: login, mail: email, host: process.env.smtp_email });
  await fetch('https://api.github.com/x', { method: 'POST', body });
}

report();
