// SPDX-License-Identifier: AGPL-3.0-or-later
//! A row as a list in JSON, as a database writes it: texts, whole numbers, truths, dates as ISO text, and what is absent.
//!
//! Identifiers are hexadecimal text there. Invariant: what a column holds comes back the same from its place in a list.
//! Deliberately absent: bytes, which the two databases write differently.

use crate::rows::Day;
use crate::{Error, Result};
use ambito_base::{Date, Uuid};
use jiff_sqlx::ToSqlx as _;
use serde::de::{Deserialize, Deserializer, Visitor};
use std::fmt;

/// A value of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Json {
    /// Absent.
    #[default]
    Null,
    /// A truth.
    Bool(bool),
    /// A whole number; SQLite writes truths so as well.
    Int(i64),
    /// A text.
    Text(String),
}

/// What stands in a column as JSON.
///
/// # Errors
/// [`Error::Corrupt`] where it is not of that form.
pub fn unpack<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| Error::Corrupt(error.to_string()))
}

/// A type of a column that can stand in a list.
pub trait Packed: Sized {
    /// The value of a place in a list.
    ///
    /// # Errors
    /// [`Error::Corrupt`] where something else stands there.
    fn unpack(json: Json) -> Result<Self>;
}

macro_rules! packed {
    ($($type:ty: $pattern:pat => $to:expr;)*) => {$(
        impl Packed for $type {
            fn unpack(json: Json) -> Result<Self> {
                match json {
                    $pattern => $to,
                    other => Err(Error::Corrupt(format!("{other:?}"))),
                }
            }
        }
    )*};
}

packed! {
    i64: Json::Int(number) => Ok(number);
    bool: json @ (Json::Bool(_) | Json::Int(0 | 1)) => Ok(matches!(json, Json::Bool(true) | Json::Int(1)));
    String: Json::Text(text) => Ok(text);
    Day: Json::Text(text) => match text.parse::<Date>() {
        Ok(date) => Ok(date.to_sqlx()),
        Err(_) => Err(Error::Corrupt(format!("the date `{text}`"))),
    };
    Uuid: Json::Text(text) => text.parse().map_err(|_| Error::Corrupt(format!("the identifier `{text}`")));
}

impl<T: Packed> Packed for Option<T> {
    fn unpack(json: Json) -> Result<Self> {
        if json == Json::Null { Ok(None) } else { T::unpack(json).map(Some) }
    }
}

impl Packed for Vec<u8> {
    fn unpack(_: Json) -> Result<Self> {
        Err(Error::Corrupt("bytes in a list".to_owned()))
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct Any;

        impl Visitor<'_> for Any {
            type Value = Json;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, a whole number, a truth or nothing")
            }

            fn visit_unit<E>(self) -> std::result::Result<Json, E> {
                Ok(Json::Null)
            }

            fn visit_bool<E>(self, value: bool) -> std::result::Result<Json, E> {
                Ok(Json::Bool(value))
            }

            fn visit_i64<E>(self, value: i64) -> std::result::Result<Json, E> {
                Ok(Json::Int(value))
            }

            fn visit_u64<E: serde::de::Error>(self, value: u64) -> std::result::Result<Json, E> {
                i64::try_from(value).map(Json::Int).map_err(E::custom)
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Json, E> {
                Ok(Json::Text(value.to_owned()))
            }

            fn visit_string<E>(self, value: String) -> std::result::Result<Json, E> {
                Ok(Json::Text(value))
            }
        }

        deserializer.deserialize_any(Any)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::Cells;

    #[test]
    fn a_list_is_read_as_columns_are() {
        let list = |text: &str| unpack::<Vec<Json>>(text).map(Cells::from);
        let mut cells = list(r#"["a\"\u0001",null,-9223372036854775808,1,true,"2028-02-29"]"#).unwrap();
        assert_eq!(cells.next::<String>().unwrap(), "a\"\u{1}");
        assert_eq!(cells.next::<Option<i64>>().unwrap(), None);
        assert_eq!(cells.next::<i64>().unwrap(), i64::MIN);
        assert!(cells.next::<bool>().unwrap() && cells.next::<bool>().unwrap());
        assert_eq!(cells.next::<Date>().unwrap().to_string(), "2028-02-29");
        assert_eq!(cells.next::<Option<String>>().unwrap(), None, "a list that is too short");
        assert!(list("[2]").unwrap().next::<bool>().is_err());
        assert!(list("[[]]").is_err());
    }
}
