//! Words of names in seven languages (stub).
