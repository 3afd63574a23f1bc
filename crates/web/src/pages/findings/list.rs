// SPDX-License-Identifier: AGPL-3.0-or-later
//! The list of findings: sorted, filtered, and taken away as a file.

use super::{filter_of, message, place_href, severity_mark, severity_word, state};
use crate::list::{Address, Cell, Column, Fetch, File, List, Of, Whole, take};
use crate::pages::checks::{SEVERITIES, severity};
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::findings::{FindingFilter, FindingKey, FindingOrder, FindingSort, FindingState, ListedFinding};
use ambito_app::plans::lists::Order;
use ambito_app::reviews::ReviewFilter;
use ambito_app::{App, Error, Taken, Viewer};
use ambito_domain::office::{BodyId, DocumentId};
use ambito_domain::review::ErrandId;
use ambito_exchange::checks::articles;
use ambito_i18n::{Catalogue, Language};
use serde::Serialize;

/// The columns of the page.
const COLUMNS: &[Column] = &[
    Column::plain("finding-column"),
    Column::words("checks-severity", "severity"),
    Column::words("finding-check", "code"),
    Column::words("finding-document", "document"),
    Column::plain("plans-source"),
    Column::words("column-body", "body"),
    Column::words("finding-state", "state"),
];

#[derive(Serialize)]
pub(crate) struct Findings {
    totals: Vec<Door>,
    figures: String,
    is_empty: bool,
    list: List,
}

/// A count that leads to what was counted.
#[derive(Serialize)]
struct Door {
    href: String,
    name: Label,
    count: u32,
    mark: &'static str,
}

impl Content for Findings {
    const TEMPLATE: &'static str = "findings/findings.html";

    fn samples() -> Vec<Self> {
        let address = Address::parse("/findings?words=somma");
        let finding = |state, severity| ListedFinding {
            key: FindingKey { value: "2".to_owned(), document: DocumentId(ambito_base::Uuid::nil()), id: 7 },
            document_name: "piano.txt".to_owned(),
            format: "text".to_owned(),
            body: BodyId(ambito_base::Uuid::nil()),
            body_name: "Ambito di Valdoro".to_owned(),
            fingerprint: "ab12".to_owned(),
            code: "SUM001".to_owned(),
            severity,
            line: (severity == 2).then_some(8),
            message_it: "La somma non torna".to_owned(),
            message_en: "The sum is wrong".to_owned(),
            state,
            errand: (state == FindingState::Given).then(|| {
                (ErrandId(ambito_base::Uuid::nil()), "Ada Fabbri".to_owned(), ambito_base::Date::constant(2027, 3, 9))
            }),
            filed: None,
        };
        let rows: Vec<Vec<Cell>> = FindingState::ALL
            .into_iter()
            .zip([2, 1, 0, 2])
            .map(|(state, severity)| cells(&finding(state, severity), Language::Italian))
            .collect();
        let list = list(&address, &[], &Catalogue::new(Language::Italian));
        let door = Door { href: "/findings".to_owned(), name: Label::key("severity-error"), count: 3, mark: "late" };
        let full = Self {
            totals: vec![door],
            figures: "/findings/figures".to_owned(),
            is_empty: false,
            list: list.clone().with_rows(&address, rows, 4, Some("9")),
        };
        vec![full, Self { totals: Vec::new(), figures: String::new(), is_empty: true, list }]
    }
}

fn list(address: &Address, bodies: &[(String, Label)], catalogue: &Catalogue) -> List {
    let families = articles::families(catalogue);
    let families = families.into_iter().map(|one| (one.prefix.to_owned(), Label::said(one.name)));
    let mut checks: Vec<(String, Label)> = families.collect();
    let asked = address.value("check");
    if let Some(title) = articles::find_title(asked, catalogue.language()) {
        checks.push((asked.to_owned(), Label::said(format!("{asked} {title}"))));
    }
    let severities = SEVERITIES.map(|word| (word.to_owned(), severity(word))).into();
    let states = FindingState::ALL.map(|one| (one.word().to_owned(), state(one))).into();
    let list = List::new("findings", Label::key("findings-title"), COLUMNS, address)
        .filtered_by(address, "words", Label::key("list-words"), Vec::new())
        .filtered_by(address, "severity", Label::key("checks-severity"), severities)
        .filtered_by(address, "state", Label::key("finding-state"), states)
        .filtered_by(address, "check", Label::key("checks-family"), checks);
    if bodies.len() > 1 { list.filtered_by(address, "body", Label::key("column-body"), bodies.to_vec()) } else { list }
}

pub(super) async fn show(context: Context) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let address = Address::of(&context).or_sorted_by("severity", Order::Falling);
    let (filter, order) = (filter_of(&address), order_of(&address));
    if let Some(whole) = address.whole() {
        return take_away(&context, &address, whole).await;
    }
    let key = address.key().map(|key| key_of(key.text())).transpose()?;
    let page = app.list_findings(viewer, &filter, order, key.as_ref()).await?;
    let bodies = bodies(&context).await?;
    let count: u32 = page.counts.iter().flat_map(|(_, counts)| counts).sum();
    let rows = page.findings.iter().map(|finding| cells(finding, context.language)).collect();
    let mut shown = list(&address, &bodies, context.server.engine.catalogue(context.language));
    shown = given(shown, &address, &filter, page.findings.first().map(|one| one.document_name.as_str()));
    let next = page.next.as_ref().map(text_of);
    let shown = Findings {
        totals: totals(&page.counts, &address),
        figures: address.elsewhere("/findings/figures"),
        is_empty: count == 0 && filter == FindingFilter::default(),
        list: shown.with_rows(&address, rows, u64::from(count), next.as_deref()),
    };
    context.show(&context.page(Label::key("findings-title")), &shown)
}

/// The whole list, as a file or printed.
async fn take_away(context: &Context, address: &Address, whole: Whole) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let (filter, order) = (filter_of(address), order_of(address));
    let way = whole.taken();
    let count = app.begin_findings_export(viewer, &filter, way).await?;
    let bodies = bodies(context).await?;
    let name = match filter.document {
        Some(document) => {
            let one = ReviewFilter { document: Some(document), ..ReviewFilter::default() };
            app.list_reviews(viewer, &one, None).await?.reviews.pop().map(|review| review.name)
        }
        None => None,
    };
    let list = list(address, &bodies, context.server.engine.catalogue(context.language));
    let list = given(list, address, &filter, name.as_deref());
    let title = Label::key("findings-title");
    let page = context.page(title.clone());
    let of = name.map(|title| Of { title, version: None });
    let file = File { of, title, columns: COLUMNS.to_vec(), sums: Vec::new() };
    let (app, viewer, language) = (app.clone(), viewer.clone(), context.language);
    let fetching = Fetching { app, viewer, filter, order, language, way, after: None, is_over: false };
    take(context, &page, (address, whole), (list, file, count), fetching).await
}

/// The bodies that the list may be narrowed to.
async fn bodies(context: &Context) -> Result<Vec<(String, Label)>, Error> {
    let bodies = context.server.app.list_finding_bodies(&context.viewer).await?;
    Ok(bodies.into_iter().map(|body| (body.id.to_string(), Label::said(body.name))).collect())
}

/// The list with the filters that came with a link; the name is that of the document.
fn given(mut list: List, address: &Address, filter: &FindingFilter, document: Option<&str>) -> List {
    if filter.document.is_some() {
        let name = document.unwrap_or_default();
        list = list.given(address, "document", Label::key("findings-only-document").with("name", name));
    }
    if filter.plan.is_some() {
        list = list.given(address, "plan", Label::key("findings-only-plan"));
    }
    if filter.upload.is_some() {
        list = list.given(address, "upload", Label::key("findings-only-upload"));
    }
    list
}

/// The open findings by severity, and those that somebody lives with: doors to their lists.
fn totals(counts: &[(FindingState, [u32; 3])], address: &Address) -> Vec<Door> {
    let open = |at: usize| -> u32 {
        let open = counts.iter().filter(|(state, _)| *state != FindingState::Accepted);
        open.filter_map(|(_, counts)| counts.get(at)).sum()
    };
    let mut doors = Vec::new();
    let names = ["findings-some-errors", "findings-some-warnings", "findings-some-notes"];
    let marks = ["late", "warning", "ordinary"];
    for (at, ((word, name), mark)) in SEVERITIES.into_iter().zip(names).zip(marks).enumerate() {
        let (href, count) = (address.filtered("severity", word), open(at));
        doors.push(Door { href, name: Label::key(name).with("count", count), count, mark });
    }
    let states = [
        (FindingState::Returned, "findings-some-returned", "warning"),
        (FindingState::Accepted, "findings-some-accepted", "done"),
    ];
    for (wanted, name, mark) in states {
        let count: u32 = counts.iter().filter(|(state, _)| *state == wanted).flat_map(|(_, counts)| counts).sum();
        let href = address.filtered("state", wanted.word());
        doors.push(Door { href, name: Label::key(name).with("count", count), count, mark });
    }
    doors.retain(|door| door.count > 0);
    doors
}

fn cells(finding: &ListedFinding, language: Language) -> Vec<Cell> {
    let place = place_href(finding);
    let words = message(finding, language);
    let state = match (&finding.errand, finding.state) {
        (Some((id, to, due)), FindingState::Given | FindingState::Returned) => {
            let key = match finding.state {
                FindingState::Returned => "finding-returned-by",
                _ => "finding-given-to",
            };
            let due = crate::pages::plans::words::day(*due);
            Cell::link(format!("/errands/{id}"), Label::key(key).with("name", to.as_str()).with("day", due))
        }
        (_, one) => Cell::State {
            words: super::state(one),
            kind: if one == FindingState::Accepted { "done" } else { "ordinary" },
        },
    };
    vec![
        Cell::link(place.clone(), Label::said(words)),
        Cell::State { words: severity(severity_word(finding.severity)), kind: severity_mark(finding.severity) },
        match articles::find_title(&finding.code, language) {
            Some(_) => Cell::link(format!("/checks/{}", finding.code), Label::said(&finding.code)),
            None => Cell::said(Some(finding.code.clone())),
        },
        Cell::link(format!("/reviews/{}", finding.key.document), Label::said(&finding.document_name)),
        finding.line.map_or_else(
            || Cell::words(Label::key("finding-whole-document")),
            |line| Cell::link(place, Label::key("page-line").with("line", line.to_string())),
        ),
        Cell::said(Some(finding.body_name.clone())),
        state,
    ]
}

fn order_of(address: &Address) -> (FindingSort, FindingOrder) {
    let Some((key, order)) = address.asked().sort else { return Default::default() };
    let order = match order {
        Order::Rising => FindingOrder::Rising,
        Order::Falling => FindingOrder::Falling,
    };
    FindingSort::from_word(&key).map_or_else(Default::default, |sort| (sort, order))
}

/// A key as an address has it: the document, the place, what the row is sorted by.
fn text_of(key: &FindingKey) -> String {
    format!("{}.{}.{}", key.document, key.id, key.value)
}

fn key_of(text: &str) -> Result<FindingKey, Error> {
    let absent = || Error::Absent("page");
    let mut parts = text.splitn(3, '.');
    let document = parts.next().and_then(|part| part.parse().ok()).ok_or_else(absent)?;
    let id = parts.next().and_then(|part| part.parse().ok()).ok_or_else(absent)?;
    Ok(FindingKey { value: parts.next().ok_or_else(absent)?.to_owned(), document, id })
}

/// Findings on their way into a file.
struct Fetching {
    app: App,
    viewer: Viewer,
    filter: FindingFilter,
    order: (FindingSort, FindingOrder),
    language: Language,
    way: Taken,
    after: Option<FindingKey>,
    is_over: bool,
}

impl Fetch for Fetching {
    async fn next(&mut self) -> Result<Option<Vec<Vec<Cell>>>, Error> {
        if self.is_over {
            return Ok(None);
        }
        let found =
            self.app.next_findings(&self.viewer, &self.filter, self.order, self.after.as_ref(), self.way).await?;
        self.after = found.last().map(|last| last.key.clone());
        self.is_over = found.is_empty();
        Ok((!found.is_empty()).then(|| found.iter().map(|finding| cells(finding, self.language)).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_back_as_they_went() {
        let document = "01a2035b696e7971bae3fe75ce33d788".parse().unwrap();
        let key = FindingKey { value: "piano. 1~a.txt".to_owned(), document, id: 12 };
        assert_eq!(key_of(&text_of(&key)).unwrap(), key);
        for wrong in ["", "x.1.2", "01a2035b696e7971bae3fe75ce33d788.1", "01a2035b696e7971bae3fe75ce33d788.x.y"] {
            assert!(key_of(wrong).is_err(), "{wrong}");
        }
    }
}
