//! The raw TOML form of a catalogue entry (stub).
