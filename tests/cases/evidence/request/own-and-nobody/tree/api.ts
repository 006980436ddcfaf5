fetch('https://api.acme.io/x')
fetch('https://api.acme-shop.eu/x')
fetch('http://localhost:3000/x')
fetch('https://api.example.com/x')
fetch('/relative')
const docs = 'https://docs.unknown.io'
