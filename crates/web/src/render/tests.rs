// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every template, with every sample, in every language, around an anonymous visitor and around somebody.

use super::contents;
use super::*;
use minijinja::context;

/// Templates whose name begins so are parts of others.
const PART_MARK: char = '_';

fn page(language: Language) -> Page {
    Page::new(language, Label::said("Prova"), "/people?after=7")
}

fn page_of_somebody(language: Language) -> Page {
    let mut page = page(language).under("/", Label::said("Inizio")).telling(NoticeKind::Done, Label::said("salvato"));
    page.area = Some("Valdoro".to_owned());
    page.viewer = Some(Viewer { name: "Ada Fabbri".to_owned(), position: Some(Label::said("programmazione")) });
    page.menu = vec![
        MenuItem { href: "/".to_owned(), label: Label::said("Oggi") },
        MenuItem { href: "/people".to_owned(), label: Label::said("Persone") },
    ];
    page.csrf = "token".to_owned();
    page
}

fn engine() -> Engine {
    Engine::new(Site::published()).unwrap()
}

#[test]
fn every_template_renders_in_every_language() {
    let engine = engine();
    for content in contents::ALL {
        let samples = (content.samples)();
        assert!(!samples.is_empty(), "{} has no samples", content.template);
        for (index, sample) in samples.into_iter().enumerate() {
            for language in Language::ALL {
                for page in [page(language), page_of_somebody(language)] {
                    let html = engine.render_value(content.template, &page, sample.clone());
                    let html = html.unwrap_or_else(|error| panic!("sample {index}: {error}: {:#}", error.source));
                    assert!(html.contains(&format!("<html lang=\"{}\">", language.word())), "{}", content.template);
                    assert!(!html.contains(" style=") && !html.contains(" onclick="), "{}", content.template);
                    assert_tied(content.template, &html);
                }
            }
        }
    }
}

/// Every id is there once, and what names an id finds it.
fn assert_tied(template: &str, html: &str) {
    let values = |mark: &str| -> Vec<String> {
        html.split(mark).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    };
    let mut ids = values(" id=\"");
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "{template}: an id stands twice");
    for mark in [" for=\"", " aria-describedby=\"", " aria-labelledby=\"", " href=\"#"] {
        for id in values(mark).iter().flat_map(|value| value.split(' ')) {
            assert!(ids.iter().any(|found| found == id), "{template}: {mark}{id}\" leads nowhere");
        }
    }
}

#[test]
fn every_template_has_its_content() {
    for (name, _) in TEMPLATES {
        let is_part = name.rsplit('/').next().is_some_and(|file| file.starts_with(PART_MARK));
        let known = contents::ALL.iter().any(|content| content.template == *name);
        assert!(is_part || known, "{name}: add its content to src/render/contents.rs");
    }
}

#[test]
fn mistakes_fail_instead_of_showing_nothing() {
    let environment = environment(&Arc::new(Catalogue::new(Language::Italian))).unwrap();
    let check = |source: &str| assert!(environment.render_str(source, context! {}).is_err(), "{source}");
    check("{{ missing }}");
    check("{{ t('web-missing') }}");
    check("{{ asset('missing.css') }}");
    check("{{ 'ieri'|day }}");
    check("{{ say(3) }}");
}

#[test]
fn what_people_wrote_is_escaped() {
    let mut page = page_of_somebody(Language::Italian);
    page.title = Label::said("<script>alert(1)</script>");
    let html = engine().render(&page, &crate::components::Components::samples().remove(0)).unwrap();
    assert!(!html.contains("<script>alert") && html.contains("&lt;script&gt;alert"));
}

#[test]
fn labels_speak_both_languages() {
    let engine = engine();
    let label = Label::key("web-form-wrong").with("count", 2_usize);
    assert_eq!(engine.say(Language::Italian, &label).unwrap(), "2 risposte sono da correggere");
    assert_eq!(engine.say(Language::English, &label).unwrap(), "2 answers have to be put right");
    assert_eq!(engine.say(Language::Italian, &Label::said("Rocca & Valle")).unwrap(), "Rocca & Valle");
}
