//! The compact form of built-in TOML: what the parser said when vendorflow was built, so that a start need not parse.
//!
//! `build.rs` writes it, value by value and with the place of each: of the words of personal data, of a vendor's entry,
//! and of what identifies the vendor alone. It becomes the same raw value as the text, and from there on takes the same
//! path. It is no format for files: it changes with this module. A value is its tag, its place, and then: a number, a
//! text with its length, or a count and so many values (a table: keys and values). Tags and numbers are ASCII, so the
//! whole is text, and known as such without looking.

use serde::de::value::{BorrowedStrDeserializer, Error, U64Deserializer};
use serde::de::{self, Deserialize, DeserializeSeed, Error as _, IntoDeserializer as _, Visitor};

const FALSE: u8 = 0;
const TRUE: u8 = 1;
const INTEGER: u8 = 2;
const FLOAT: u8 = 3;
const TEXT: u8 = 4;
const DATE: u8 = 5;
const ARRAY: u8 = 6;
const TABLE: u8 = 7;

/// Reads a value; nothing where the form is not the one of this version.
pub(crate) fn read<'de, T: Deserialize<'de>>(form: &'de str) -> Option<T> {
    T::deserialize(Value(&mut Reader { rest: form })).ok()
}

struct Reader<'de> {
    rest: &'de str,
}

impl<'de> Reader<'de> {
    fn text(&mut self, length: usize) -> Result<&'de str, Error> {
        let cut = self.rest.split_at_checked(length);
        let (text, rest) = cut.ok_or_else(|| Error::custom("ends too early"))?;
        self.rest = rest;
        Ok(text)
    }

    fn byte(&mut self) -> Result<u8, Error> {
        Ok(self.text(1)?.as_bytes()[0])
    }

    /// Six bits a byte, lowest first; the seventh says that more follow.
    fn number(&mut self) -> Result<u64, Error> {
        let mut number = 0;
        for shift in (0..64).step_by(6) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x3f) << shift;
            if byte < 0x40 {
                return Ok(number);
            }
        }
        Err(Error::custom("a number without an end"))
    }

    fn count(&mut self) -> Result<usize, Error> {
        usize::try_from(self.number()?).map_err(Error::custom)
    }

    fn counted(&mut self) -> Result<&'de str, Error> {
        let length = self.count()?;
        self.text(length)
    }
}

/// The next value.
struct Value<'r, 'de>(&'r mut Reader<'de>);

impl<'de> Value<'_, 'de> {
    fn visit<V: Visitor<'de>>(self, tag: u8, visitor: V) -> Result<V::Value, Error> {
        let reader = self.0;
        match tag {
            FALSE | TRUE => visitor.visit_bool(tag == TRUE),
            INTEGER => visitor.visit_i64(reader.number()?.cast_signed()),
            FLOAT => visitor.visit_f64(reader.counted()?.parse().map_err(Error::custom)?),
            TEXT | DATE => visitor.visit_borrowed_str(reader.counted()?),
            ARRAY => {
                let left = reader.count()?;
                visitor.visit_seq(Items { reader, left })
            }
            TABLE => {
                let left = reader.count()?;
                visitor.visit_map(Items { reader, left })
            }
            _ => Err(Error::custom("no such tag")),
        }
    }
}

impl<'de> de::Deserializer<'de> for Value<'_, 'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let tag = self.0.byte()?;
        self.0.number()?;
        self.visit(tag, visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.byte()?;
        self.0.number()?;
        visitor.visit_enum(self.0.counted()?.into_deserializer())
    }

    /// The `toml` crate asks for places and dates by structs of its own; their fields say which.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match fields {
            [start, ..] if start.starts_with("$__serde_spanned") => {
                let mut ahead = Reader { rest: self.0.rest };
                ahead.byte()?;
                let place = ahead.number()?;
                visitor.visit_map(Spanned { value: self, place, fields: fields.iter() })
            }
            [date] if date.starts_with("$__toml_private_datetime") => {
                self.0.byte()?;
                self.0.number()?;
                let text = self.0.counted()?;
                visitor.visit_map(de::value::MapDeserializer::new([(*date, text)].into_iter()))
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

/// What is left of an array or table.
struct Items<'r, 'de> {
    reader: &'r mut Reader<'de>,
    left: usize,
}

impl<'de> Items<'_, 'de> {
    fn next<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        seed.deserialize(Value(self.reader)).map(Some)
    }
}

impl<'de> de::SeqAccess<'de> for Items<'_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        self.next(seed)
    }
}

impl<'de> de::MapAccess<'de> for Items<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        self.next(seed)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(Value(self.reader))
    }
}

/// A value with its place, as `toml::Spanned` asks for it: start, end, value.
struct Spanned<'r, 'de> {
    value: Value<'r, 'de>,
    place: u64,
    fields: std::slice::Iter<'static, &'static str>,
}

impl<'de> de::MapAccess<'de> for Spanned<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some(field) = self.fields.next() else { return Ok(None) };
        seed.deserialize(BorrowedStrDeserializer::new(field)).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        // Who asks for a value asks for places only by their start.
        if self.fields.len() > 0 {
            return seed.deserialize(U64Deserializer::new(self.place));
        }
        seed.deserialize(Value(self.value.0))
    }
}
