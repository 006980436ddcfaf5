res.setHeader('Content-Security-Policy', "default-src 'self'; img-src data: blob:")
