fetch('https://half.unknown.io
fetch("https://")
fetch('https://ok.unknown-api.io/x'
