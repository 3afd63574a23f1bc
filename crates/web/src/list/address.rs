// SPDX-License-Identifier: AGPL-3.0-or-later
//! The address of a list: what it is sorted and filtered by, where it goes on, and the addresses that lead on from it.

use super::{Format, Whole};
use crate::server::Context;
use ambito_app::plans::lists::{Asked, ListKey, Order};

/// The name of what a list is sorted by; a minus before it turns it round.
const SORT: &str = "sort";
/// The name of the key that a page goes on from.
const AFTER: &str = "after";
/// The name of a file's format.
const FORMAT: &str = "format";
/// The name of what asks for the list to be printed.
const PRINT: &str = "print";
/// Which part of a list is shown, and how: what leads elsewhere leaves it behind.
const PART: [&str; 3] = [AFTER, FORMAT, PRINT];
/// How the list is asked for to be printed.
const PRINT_YES: &str = "1";
/// What says that something was done: it is said once.
const DONE: &str = "done";
/// The most letters of what is looked for.
const VALUE_CHARS_MAX: usize = 200;

/// The address of a list.
#[derive(Clone, Debug)]
pub struct Address {
    path: String,
    pairs: Vec<(String, String)>,
    default_sort: Option<(&'static str, Order)>,
}

impl Address {
    /// The address of a request.
    #[must_use]
    pub fn of(context: &Context) -> Self {
        Self::parse(&context.path)
    }

    /// An address as a text.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
        let keep = |(key, value): &(String, String)| !value.is_empty() && ![DONE, "lang"].contains(&key.as_str());
        let shortened = |(key, value): (String, String)| {
            let is_key = key == AFTER;
            (key, if is_key { value } else { value.chars().take(VALUE_CHARS_MAX).collect() })
        };
        let pairs = pairs.into_iter().filter(keep).map(shortened).collect();
        Self { path: path.to_owned(), pairs, default_sort: None }
    }

    /// The same, sorted in this way where the address does not say how.
    #[must_use]
    pub fn or_sorted_by(mut self, key: &'static str, order: Order) -> Self {
        self.default_sort = Some((key, order));
        self
    }

    /// The path.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The value of a name, or nothing.
    #[must_use]
    pub fn value(&self, key: &str) -> &str {
        self.pairs.iter().rev().find(|(name, _)| name == key).map_or("", |(_, value)| value)
    }

    /// What is asked: the filters are the names that the list knows.
    #[must_use]
    pub fn asked(&self) -> Asked {
        let ours = |key: &str| key == SORT || PART.contains(&key);
        Asked { sort: self.sort(), filters: self.pairs.iter().filter(|(key, _)| !ours(key)).cloned().collect() }
    }

    /// Where the page goes on from.
    #[must_use]
    pub fn key(&self) -> Option<ListKey> {
        let after = self.value(AFTER);
        (!after.is_empty()).then(|| ListKey::new(after))
    }

    /// How the whole list is asked for, instead of a page of it.
    #[must_use]
    pub fn whole(&self) -> Option<Whole> {
        match Format::of(self.value(FORMAT)) {
            Some(format) => Some(Whole::File(format)),
            None => (self.value(PRINT) == PRINT_YES).then_some(Whole::Print),
        }
    }

    fn sort(&self) -> Option<(String, Order)> {
        match self.value(SORT) {
            "" => self.default_sort.map(|(key, order)| (key.to_owned(), order)),
            sort => Some(match sort.strip_prefix('-') {
                Some(key) => (key.to_owned(), Order::Falling),
                None => (sort.to_owned(), Order::Rising),
            }),
        }
    }

    /// How the list is sorted by a column, in the words of `aria-sort`; nothing where it is not.
    pub(super) fn direction(&self, key: &str) -> &'static str {
        match self.sort() {
            Some((by, Order::Rising)) if by == key => "ascending",
            Some((by, Order::Falling)) if by == key => "descending",
            _ => "",
        }
    }

    /// The same list sorted by a column; the other way round where it is already.
    pub(super) fn sorted_by(&self, key: &str) -> String {
        let sort = if self.direction(key) == "ascending" { format!("-{key}") } else { key.to_owned() };
        self.with(&[SORT, AFTER, FORMAT, PRINT], &[(SORT, &sort)])
    }

    /// The list from its beginning; nothing where this is it.
    pub(super) fn first(&self) -> String {
        if self.value(AFTER).is_empty() { String::new() } else { self.begin() }
    }

    /// The next page.
    pub(super) fn after(&self, key: &str) -> String {
        self.with(&PART, &[(AFTER, key)])
    }

    /// The list as one works with it, from its beginning.
    pub(super) fn begin(&self) -> String {
        self.with(&PART, &[])
    }

    /// The whole list to be printed.
    pub(super) fn printed(&self) -> String {
        self.with(&PART, &[(PRINT, PRINT_YES)])
    }

    /// The whole list as a file.
    pub(super) fn file(&self, format: Format) -> String {
        self.with(&PART, &[(FORMAT, format.word())])
    }

    /// The same list without some filters, from its beginning.
    pub(super) fn without(&self, keys: &[&str]) -> String {
        let dropped: Vec<&str> = keys.iter().copied().chain(PART).collect();
        self.with(&dropped, &[])
    }

    /// What a form of these filters carries along.
    pub(super) fn kept(&self, filters: &[&str]) -> Vec<(String, String)> {
        let gone = |key: &str| filters.contains(&key) || PART.contains(&key);
        self.pairs.iter().filter(|(key, _)| !gone(key)).cloned().collect()
    }

    /// The same list with one more filter, from its beginning.
    #[must_use]
    pub fn filtered(&self, key: &str, value: &str) -> String {
        self.with(&[key, AFTER, FORMAT, PRINT], &[(key, value)])
    }

    /// The list as it is shown, as its address goes on below another.
    #[must_use]
    pub fn below(&self, base: &str) -> String {
        let whole = self.with(&[FORMAT, PRINT], &[]);
        whole.strip_prefix(base).unwrap_or_default().trim_start_matches('/').to_owned()
    }

    /// Another page with the same filters.
    #[must_use]
    pub fn elsewhere(&self, path: &str) -> String {
        Self { path: path.to_owned(), ..self.clone() }.with(&[AFTER, FORMAT, PRINT, SORT], &[])
    }

    fn with(&self, dropped: &[&str], added: &[(&str, &str)]) -> String {
        let kept = self.pairs.iter().filter(|(key, _)| !dropped.contains(&key.as_str()));
        let kept = kept.map(|(key, value)| (key.as_str(), value.as_str()));
        let pairs: Vec<(&str, &str)> = kept.chain(added.iter().copied()).collect();
        match serde_urlencoded::to_string(pairs) {
            Ok(query) if !query.is_empty() => format!("{}?{query}", self.path),
            _ => self.path.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_on() {
        let address = Address::parse("/plans/1/budget?version=2&words=spese+vive&sort=-title&after=7&done=saved&x=");
        assert_eq!(address.sorted_by("title"), "/plans/1/budget?version=2&words=spese+vive&sort=title");
        assert_eq!(address.direction("title"), "descending");
        assert_eq!(address.after("9~a b"), "/plans/1/budget?version=2&words=spese+vive&sort=-title&after=9%7Ea+b");
        assert_eq!(address.first(), "/plans/1/budget?version=2&words=spese+vive&sort=-title");
        assert_eq!(address.without(&["words"]), "/plans/1/budget?version=2&sort=-title");
        assert_eq!(address.file(Format::Csv), "/plans/1/budget?version=2&words=spese+vive&sort=-title&format=csv");
        assert_eq!(address.printed(), "/plans/1/budget?version=2&words=spese+vive&sort=-title&print=1");
        let printed = Address::parse(&address.printed());
        assert_eq!(printed.whole(), Some(Whole::Print));
        assert_eq!(printed.begin(), address.first());
        assert!(printed.asked().filters.iter().all(|(key, _)| key != "print"));
        assert_eq!(Address::parse(&address.file(Format::Xlsx)).whole(), Some(Whole::File(Format::Xlsx)));
        assert_eq!(address.asked().sort, Some(("title".to_owned(), Order::Falling)));
        let address = Address::parse("/plans").or_sorted_by("filed", Order::Falling);
        assert_eq!((address.direction("filed"), address.first().as_str()), ("descending", ""));
        assert_eq!(address.sorted_by("filed"), "/plans?sort=filed");
    }
}
