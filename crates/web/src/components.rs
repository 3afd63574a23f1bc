// SPDX-License-Identifier: AGPL-3.0-or-later
//! A page with every component once: what those who write pages look at, and what the tests of the look visit.
//!
//! Its words are data, invented, and not in the catalogue: no route of the program leads here.

use crate::form::{Field, Form, Kind};
use crate::render::{Content, Label};
use serde::Serialize;

/// The content of the page.
#[derive(Clone, Debug, Serialize)]
pub struct Components {
    words: &'static str,
    download: &'static str,
    rows: Vec<Row>,
    moment: i64,
    tree: Vec<Node>,
    form: Form,
}

#[derive(Clone, Debug, Serialize)]
struct Row {
    name: &'static str,
    due: &'static str,
    state: &'static str,
    kind: &'static str,
    cents: i64,
}

#[derive(Clone, Debug, Serialize)]
struct Node {
    title: &'static str,
    href: &'static str,
    note: &'static str,
    open: &'static str,
    children: Vec<Node>,
}

impl Components {
    /// The page with what can be wrong in a form, or without.
    #[must_use]
    pub fn sample(form: Form) -> Self {
        let row = |name, due, state, kind, cents| Row { name, due, state, kind, cents };
        Self {
            words: "Le parole di un esempio, abbastanza lunghe perché si veda come vanno a capo su uno schermo piccolo.",
            download: "Scarica",
            rows: vec![
                row("Fondo nazionale politiche sociali", "2026-12-31", "in tempo", "done", 60_521_823),
                row("Fondo per le non autosufficienze", "2026-11-30", "in scadenza", "warning", 118_000_000),
                row("Fondo povertà", "2026-10-31", "in ritardo", "late", -5_000),
            ],
            moment: 1_795_348_800_000_000,
            tree: vec![node(
                "Area 1. Anziani",
                "open",
                vec![
                    node(
                        "Obiettivo 1.1. Restare a casa",
                        "",
                        vec![node("Azione 1.1.1. Assistenza domiciliare", "", Vec::new())],
                    ),
                    node("Obiettivo 1.2. Le famiglie che assistono", "", Vec::new()),
                ],
            )],
            form,
        }
    }

    /// A form with every kind of field.
    #[must_use]
    pub fn form() -> Form {
        let choices = |field: Field| {
            field
                .with_choice("ats", Label::said("Ambito di Valdoro"))
                .with_choice("comune", Label::said("Comune di Rocca Valdoro"))
        };
        let help = || Label::said("Serve per scriverLe quando qualcosa scade.");
        Form::new("/", "token", Label::key("web-form-save"))
            .on_version(3)
            .then(Label::said("Dopo il salvataggio la persona riceve un messaggio con il collegamento per entrare."))
            .or_back_to("/")
            .field(Field::new("name", Label::said("Nome e cognome"), Kind::Text).with_value("Ada Fabbri"))
            .field(Field::new("email", Label::said("Posta elettronica"), Kind::Email).with_help(help()).optional())
            .field(Field::new("from", Label::said("Dal giorno"), Kind::Date).with_value("2026-11-22"))
            .field(choices(Field::new("body", Label::said("Ente"), Kind::Select)).with_value("ats"))
            .field(choices(Field::new("office", Label::said("Ufficio"), Kind::Radio)).with_value("comune"))
            .field(choices(Field::new("sees", Label::said("Vede i dati di"), Kind::Checkboxes)).with_help(help()))
            .field(Field::new("notes", Label::said("Annotazioni"), Kind::Textarea).optional())
            .field(
                Field::new("code", Label::said("Codice di sei cifre"), Kind::Code).filled_by_browser("one-time-code"),
            )
            .field(Field::new("secret", Label::said("Parola d’ordine"), Kind::Password))
            .field(Field::new("act", Label::said("Atto di nomina"), Kind::File).optional())
            .field(Field::new("told", Label::said("La persona è stata informata"), Kind::Checkbox).with_value("yes"))
            .field(Field::hidden("person", "42"))
    }

    /// The same form as it comes back with what is wrong, and with what somebody else saved in between.
    #[must_use]
    pub fn refused_form() -> Form {
        Self::form()
            .typed([("name", "Ada Fabbri"), ("email", ""), ("was.email", ""), ("told", "yes")])
            .meanwhile("email", "ada@valdoro.example", "Bruno Neri")
            .wrong("email", Label::said("manca la chiocciola."))
            .wrong("sees", Label::said("scelga almeno un ente."))
            .refused(Label::said("La persona non è stata salvata."))
            .meanwhile("name", "Ada Fabbri Conti", "Bruno Neri")
            .meanwhile("body", "comune", "Bruno Neri")
            .meanwhile("from", "2027-01-01", "Bruno Neri")
            .meanwhile("told", "", "Bruno Neri")
            .meanwhile("notes", "Due righe\ndi Bruno", "Bruno Neri")
    }
}

fn node(title: &'static str, open: &'static str, children: Vec<Node>) -> Node {
    Node { title, href: "/", note: "2 indicatori", open, children }
}

impl Content for Components {
    const TEMPLATE: &'static str = "components.html";

    fn samples() -> Vec<Self> {
        vec![Self::sample(Self::form()), Self::sample(Self::refused_form())]
    }
}
