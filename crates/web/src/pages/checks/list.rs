// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every check, by family; or those that a text, a family, a severity leaves.

use super::{SEVERITIES, severity};
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_base::fold;
use ambito_exchange::checks::articles::{self, Article};
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct Checks {
    count: usize,
    total: usize,
    asked: Asked,
    families: Vec<(String, String)>,
    severities: Vec<(&'static str, Label)>,
    groups: Vec<Group>,
}

/// What is looked for.
#[derive(Serialize)]
struct Asked {
    text: String,
    family: String,
    severity: String,
}

/// The checks of a family.
#[derive(Serialize)]
struct Group {
    prefix: &'static str,
    name: String,
    checks: Vec<Shown>,
}

#[derive(Serialize)]
struct Shown {
    code: &'static str,
    title: &'static str,
    severity: &'static str,
    severity_name: Label,
}

impl Content for Checks {
    const TEMPLATE: &'static str = "findings/checks.html";

    fn samples() -> Vec<Self> {
        let asked = |text: &str| Asked { text: text.to_owned(), family: String::new(), severity: "error".to_owned() };
        let shown = |severity| Shown {
            code: "SUM001",
            title: "Una somma non torna",
            severity,
            severity_name: super::severity(severity),
        };
        let group = Group { prefix: "SUM", name: "conti".to_owned(), checks: SEVERITIES.map(shown).into() };
        let families = vec![("SUM".to_owned(), "conti".to_owned())];
        let severities = || SEVERITIES.map(|word| (word, severity(word))).into();
        vec![
            Self {
                count: 3,
                total: 148,
                asked: asked(""),
                families: families.clone(),
                severities: severities(),
                groups: vec![group],
            },
            Self { count: 0, total: 148, asked: asked("xyz"), families, severities: severities(), groups: Vec::new() },
        ]
    }
}

pub(super) async fn show(context: Context) -> Answer {
    let asked =
        Asked { text: context.query("q"), family: context.query("family"), severity: context.query("severity") };
    let articles = articles::list_articles(context.language);
    let total = articles.len();
    let found: Vec<Article> = articles.into_iter().filter(|article| asked.has(article)).collect();
    let families = articles::families(context.server.engine.catalogue(context.language));
    let groups = families.iter().filter_map(|family| {
        let checks: Vec<Shown> = found.iter().filter(|one| one.family == family.prefix).map(shown).collect();
        (!checks.is_empty()).then(|| Group { prefix: family.prefix, name: family.name.clone(), checks })
    });
    let shown = Checks {
        count: found.len(),
        total,
        groups: groups.collect(),
        asked,
        families: families.into_iter().map(|family| (family.prefix.to_owned(), family.name)).collect(),
        severities: SEVERITIES.map(|word| (word, severity(word))).into(),
    };
    context.show(&context.page(Label::key("checks-title")), &shown)
}

fn shown(article: &Article) -> Shown {
    let Article { code, title, severity: word, .. } = *article;
    Shown { code, title, severity: word, severity_name: severity(word) }
}

impl Asked {
    /// Whether an article is looked for: every word stands somewhere in it.
    fn has(&self, article: &Article) -> bool {
        let words = fold(&self.text);
        let parts = article.parts.iter().map(|part| part.text.as_str());
        let all: Vec<&str> = [article.code, article.name, article.title].into_iter().chain(parts).collect();
        let all = fold(&all.join(" "));
        (self.family.is_empty() || self.family == article.family)
            && (self.severity.is_empty() || self.severity == article.severity)
            && words.split(' ').all(|word| all.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_i18n::Language;

    #[test]
    fn checks_are_found_by_code_and_by_words() {
        let check = |text: &str, family: &str, severity: &str, code: &str, expected: bool| {
            let asked = Asked { text: text.to_owned(), family: family.to_owned(), severity: severity.to_owned() };
            let article = articles::find_article(code, Language::Italian).unwrap();
            assert_eq!(asked.has(&article), expected, "{text} {family} {severity} {code}");
        };
        check("", "", "", "EFF003", true);
        check("eff003", "", "", "EFF003", true);
        check("gruppo PERSONA", "EFF", "note", "EFF003", true);
        check("gruppo persona", "SUM", "", "EFF003", false);
        check("gruppo", "", "error", "EFF003", false);
        check("parola che non c'è", "", "", "EFF003", false);
    }
}
