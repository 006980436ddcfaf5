const csp = `
  default-src 'self';
  connect-src 'self'
    https://api2.amplitude.com;
`
