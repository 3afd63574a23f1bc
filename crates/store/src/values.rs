// SPDX-License-Identifier: AGPL-3.0-or-later
//! Values on their way to a database, for texts of SQL whose length depends on what is asked: many rows at once, lists.
//!
//! Invariant: a value is bound as the type of its column on either side, an absent one too.

use crate::rows::{Day, day};
use ambito_base::{Cents, Date, Decimal, Share, Uuid};
use ambito_domain::planning::NodeId;
use std::borrow::Cow;
use std::sync::Arc;

/// A value to be bound.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// BIGINT.
    Int(Option<i64>),
    /// TEXT.
    Text(Option<Cow<'a, str>>),
    /// BOOLEAN.
    Bool(Option<bool>),
    /// DATE.
    Day(Option<Day>),
    /// UUID.
    Uuid(Option<Uuid>),
    /// BYTEA.
    Bytes(&'a [u8]),
}

/// Binds a value to a query of either database.
macro_rules! bind {
    ($query:expr, $value:expr) => {
        match $value {
            $crate::values::Value::Int(value) => $query.bind(value),
            $crate::values::Value::Text(value) => $query.bind(value.map(::std::borrow::Cow::into_owned)),
            $crate::values::Value::Bool(value) => $query.bind(value),
            $crate::values::Value::Day(value) => $query.bind(value),
            $crate::values::Value::Uuid(value) => $query.bind(value),
            $crate::values::Value::Bytes(value) => $query.bind(value.to_vec()),
        }
    };
}
pub(crate) use bind;

/// A list that stands in one column as JSON.
pub fn json<T: serde::Serialize + ?Sized>(list: &T) -> Value<'static> {
    // Lists of texts and numbers can always be written.
    Value::Text(Some(Cow::Owned(serde_json::to_string(list).unwrap_or_default())))
}

macro_rules! into_value {
    ($($kind:ident: |$from:ident: $type:ty| $to:expr;)*) => {$(
        impl<'a> From<$type> for Value<'a> {
            fn from($from: $type) -> Self {
                Self::$kind($to)
            }
        }
    )*};
}

into_value! {
    Int: |value: i64| Some(value);
    Int: |value: Option<i64>| value;
    Int: |value: u32| Some(i64::from(value));
    Int: |value: Option<u32>| value.map(i64::from);
    Int: |value: i16| Some(i64::from(value));
    Int: |value: Option<i16>| value.map(i64::from);
    Int: |value: NodeId| Some(i64::from(value.0));
    Int: |value: Option<NodeId>| value.map(|node| i64::from(node.0));
    Int: |value: Cents| Some(value.cents());
    Int: |value: Option<Cents>| value.map(Cents::cents);
    Int: |value: Option<Share>| value.map(Share::hundredths);
    Bool: |value: bool| Some(value);
    Bool: |value: Option<bool>| value;
    Day: |value: Option<Date>| value.map(day);
    Uuid: |value: Uuid| Some(value);
    Uuid: |value: Option<Uuid>| value;
    Bytes: |value: &'a [u8]| value;
    Text: |value: &'a str| Some(Cow::Borrowed(value));
    Text: |value: Option<&'a str>| value.map(Cow::Borrowed);
    Text: |value: &'a String| Some(Cow::Borrowed(value));
    Text: |value: &'a Option<String>| value.as_deref().map(Cow::Borrowed);
    Text: |value: String| Some(Cow::Owned(value));
    Text: |value: &'a Arc<str>| Some(Cow::Borrowed(&**value));
    Text: |value: &'a Option<Arc<str>>| value.as_deref().map(Cow::Borrowed);
    Text: |value: Option<Decimal>| value.map(|number| Cow::Owned(number.to_string()));
}
