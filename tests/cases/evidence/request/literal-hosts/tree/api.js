export async function go(user) {
  await fetch('https://collect.unknown-api.io/v1', { method: 'POST', body: JSON.stringify({ email: user.email }) })
  navigator.sendBeacon("https://beacon.unknown-api.io/b", '')
  await axios.post(`https://hooks.other-api.io/${user.id}`)
}
