const algoliasearch = require('algoliasearch');

const index = algoliasearch('app', 'key').initIndex('docs');

module.exports.find = (req, res) => index.search(req.query.q, { hitsPerPage: 5 }); // ~> behavior.search_query algolia
