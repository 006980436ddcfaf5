module.exports = require('./client');
