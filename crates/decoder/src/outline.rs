// SPDX-License-Identifier: AGPL-3.0-or-later
//! The bookmarks of a file.

use ambito_pages::page::Bookmark;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier, String as PdfString};
use rustc_hash::{FxHashMap, FxHashSet};

/// The most bookmarks that are looked at.
const BOOKMARKS_MAX: usize = 20_000;
/// The deepest.
const DEPTH_MAX: u8 = 10;

/// The bookmarks in order.
pub fn bookmarks(pdf: &Pdf) -> Vec<Bookmark> {
    let Some(catalogue) = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()) else { return Vec::new() };
    let Some(outlines) = catalogue.get::<Dict<'_>>("Outlines") else { return Vec::new() };
    let numbers =
        pdf.pages().iter().zip(1..).filter_map(|(page, number)| Some((page.raw().obj_id()?, number))).collect();
    let mut walk = Walk { pdf, numbers, names: names(&catalogue), seen: FxHashSet::default(), out: Vec::new() };
    walk.level(&outlines, 1);
    walk.out
}

struct Walk<'p> {
    pdf: &'p Pdf,
    numbers: FxHashMap<ObjectIdentifier, u32>,
    names: FxHashMap<Vec<u8>, Object<'p>>,
    seen: FxHashSet<ObjectIdentifier>,
    out: Vec<Bookmark>,
}

impl<'p> Walk<'p> {
    fn level(&mut self, parent: &Dict<'p>, level: u8) {
        let mut next = parent.get_ref("First");
        while let Some(reference) = next {
            let id = ObjectIdentifier::from(reference);
            if !self.seen.insert(id) || self.out.len() >= BOOKMARKS_MAX {
                return;
            }
            let Some(item) = self.pdf.xref().get::<Dict<'p>>(id) else { return };
            if let Some(title) = item.get::<PdfString<'_>>("Title") {
                let title = text_of(title.as_bytes());
                let page = self.page_of(&item);
                self.out.push(Bookmark { title: title.trim().to_owned(), level, page });
            }
            if level < DEPTH_MAX {
                self.level(&item, level + 1);
            }
            next = item.get_ref("Next");
        }
    }

    fn page_of(&self, item: &Dict<'p>) -> Option<u32> {
        let target = item.get::<Object<'p>>("Dest").or_else(|| {
            let action = item.get::<Dict<'p>>("A")?;
            action.get::<Object<'p>>("D")
        })?;
        self.number_of(target)
    }

    fn number_of(&self, target: Object<'p>) -> Option<u32> {
        match target {
            Object::Array(target) => self.number_in(&target),
            Object::Dict(target) => self.number_in(&target.get::<Array<'p>>("D")?),
            Object::String(name) => self.named(name.as_bytes()),
            Object::Name(name) => self.named(name.as_ref()),
            _ => None,
        }
    }

    fn named(&self, name: &[u8]) -> Option<u32> {
        match self.names.get(name)?.clone() {
            Object::Array(target) => self.number_in(&target),
            Object::Dict(target) => self.number_in(&target.get::<Array<'p>>("D")?),
            _ => None,
        }
    }

    fn number_in(&self, target: &Array<'p>) -> Option<u32> {
        match target.raw_iter().next()? {
            MaybeRef::Ref(reference) => self.numbers.get(&ObjectIdentifier::from(reference)).copied(),
            MaybeRef::NotRef(Object::Number(number)) => u32::try_from(number.as_i64()).ok()?.checked_add(1),
            MaybeRef::NotRef(_) => None,
        }
    }
}

/// The named places of a file.
fn names<'p>(catalogue: &Dict<'p>) -> FxHashMap<Vec<u8>, Object<'p>> {
    let mut found = FxHashMap::default();
    if let Some(old) = catalogue.get::<Dict<'p>>("Dests") {
        for key in old.keys() {
            if let Some(target) = old.get::<Object<'p>>(key.as_ref()) {
                found.insert(key.as_ref().to_vec(), target);
            }
        }
    }
    if let Some(tree) = catalogue.get::<Dict<'p>>("Names").and_then(|names| names.get::<Dict<'p>>("Dests")) {
        each_name(&tree, 0, &mut |name, target| {
            found.insert(name.to_vec(), target);
        });
    }
    found
}

/// Goes over a tree of names.
pub fn each_name<'p>(tree: &Dict<'p>, depth: u8, each: &mut impl FnMut(&[u8], Object<'p>)) {
    if depth > DEPTH_MAX {
        return;
    }
    if let Some(pairs) = tree.get::<Array<'p>>("Names") {
        let mut pairs = pairs.iter::<Object<'p>>().take(BOOKMARKS_MAX);
        while let (Some(name), Some(target)) = (pairs.next(), pairs.next()) {
            if let Object::String(name) = name {
                each(name.as_bytes(), target);
            }
        }
    }
    if let Some(kids) = tree.get::<Array<'p>>("Kids") {
        for kid in kids.iter::<Dict<'p>>().take(BOOKMARKS_MAX) {
            each_name(&kid, depth + 1, each);
        }
    }
}

/// The text of a string of a PDF: UTF-16 or UTF-8 by its mark, else one byte a letter.
pub fn text_of(bytes: &[u8]) -> String {
    if let Some(wide) = bytes.strip_prefix(b"\xFE\xFF") {
        let units: Vec<u16> = wide.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
        return String::from_utf16_lossy(&units);
    }
    if let Some(text) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return String::from_utf8_lossy(text).into_owned();
    }
    bytes
        .iter()
        .map(|&byte| match byte {
            0x80 => '•',
            0x84 => '—',
            0x85 => '–',
            0x8D => '“',
            0x8E => '”',
            0x8F => '‘',
            0x90 => '’',
            0x93 => 'ﬁ',
            0x94 => 'ﬂ',
            0xA0 => '€',
            byte => char::from(byte),
        })
        .collect()
}
