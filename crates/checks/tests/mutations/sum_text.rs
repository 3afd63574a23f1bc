// SPDX-License-Identifier: AGPL-3.0-or-later
//! `SUM`: figures told in prose, and figures of several documents.

use crate::support::{self, Case, Lines, prove};
use ambito_checks::{Defect, Selection, Subject, run};
use ambito_documents::read_divided;
use ambito_documents::vocabulary::Vocabulary;
use ambito_findings::Severity;
use ambito_intake::blocks_from;
use proptest::prelude::*;

/// The paragraph of the demonstration that tells figures of a table.
const FIGURES_OF_A_TABLE: &str = "Chi ha più di sessantacinque anni";

/// Its paragraph with a product and yearly amounts.
const PRODUCT: &str = "I Comuni versano insieme";

pub const CASES: &[Case] = &[
    Case {
        code: "SUM010",
        document: "piano-di-zona.txt",
        mutate: |lines, random| {
            let rows = lines.that(|line| line.starts_with("Risorse economiche") && line.contains("ondo"));
            let (from, to) = (random.one(&rows)?, random.one(&rows)?);
            if from == to {
                return None;
            }
            // The same amount and fund in other words.
            let cell = lines.cells(from)[1].to_lowercase().replace("circa ", "");
            let (amount, fund) = cell.split_once(" annui")?;
            let fund = fund.split_once("fondo")?.1;
            lines.set_cell(to, 1, &format!("Vi concorrono {amount} annui del Fondo{fund} di Valdoro"));
            Some(to)
        },
    },
    Case {
        code: "SUM011",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let note = lines.that(|line| line.contains("5 incontri in presenza"))[0];
            if random.below(2) == 0 {
                let count = 4 + 2 * random.below(2);
                let changed = lines.line(note).replace("5 incontri", &format!("{count} incontri"));
                *lines.line(note) = changed;
            } else {
                lines.set_cell(note - 1, 2, &(9 + random.below(5)).to_string());
            }
            Some(note - 1)
        },
    },
    Case {
        code: "SUM012",
        document: "programmi-finalizzati.txt",
        mutate: |lines, random| {
            let headings = lines.that(|line| line.ends_with(" euro)"));
            let heading = random.one(&headings)?;
            let line = lines.line(heading).clone();
            let (title, amount) = line.split_once('(')?;
            let changed = ["1,4 milioni di euro", "730.000 euro", "880 mila euro", "90.000 euro"];
            let changed = changed.into_iter().filter(|it| !amount.starts_with(it)).collect::<Vec<_>>();
            *lines.line(heading) = format!("{title}({})", random.one(&changed)?);
            Some(heading)
        },
    },
    Case {
        code: "SUM015",
        document: "piano-di-zona.txt",
        mutate: |lines, random| {
            let line = lines.that(|line| line.contains(PRODUCT))[0];
            let (old, new) = random.one(&[
                ("18.000 euro annui", "16.000 euro annui"),
                ("18.000 euro annui", "18.500 euro annui"),
                ("per tre anni", "per il triennio"),
                ("triennale di 54.000", "triennale di 52.000"),
            ])?;
            let changed = lines.line(line).replace(old, new);
            // The same years in other words is no defect: the amount is changed with it.
            *lines.line(line) =
                if old == "per tre anni" { changed.replace("triennale di 54", "triennale di 55") } else { changed };
            Some(line)
        },
    },
    Case {
        code: "SUM016",
        document: "piano-di-zona.txt",
        mutate: |lines, random| {
            let line = lines.that(|line| line.contains(PRODUCT))[0];
            let (old, new) = random.one(&[
                ("2.000 euro x", "2.100 euro x"),
                ("x 9 Comuni", "x 8 Comuni"),
                ("insieme 54", "insieme 45"),
            ])?;
            let changed = lines.line(line).replace(old, new);
            *lines.line(line) = changed;
            Some(line)
        },
    },
    Case {
        code: "SUM017",
        document: "piano-di-zona.txt",
        mutate: |lines, random| {
            let line = lines.that(|line| line.contains(FIGURES_OF_A_TABLE))[0];
            let (old, new) = random.one(&[
                ("al 20%", "al 22%"),
                ("al 20%", "al 2%"),
                ("sono 115", "sono 151"),
                ("di 575,", "di 557,"),
            ])?;
            let changed = lines.line(line).replace(old, new);
            *lines.line(line) = changed;
            Some(line)
        },
    },
    Case {
        code: "SUM018",
        document: "piano-di-zona.txt",
        mutate: |lines, random| {
            let line = lines.that(|line| line.contains(FIGURES_OF_A_TABLE))[0];
            let more = random.below(90);
            let (old, new) = random.one(&[
                ("300 volte".to_owned(), format!("{} volte", 301 + more)),
                ("155 a".to_owned(), format!("{} a", 156 + more)),
                ("120 a".to_owned(), format!("{} a", 30 + more)),
            ])?;
            let changed = lines.line(line).replace(&old, &new);
            *lines.line(line) = changed;
            Some(line)
        },
    },
    Case {
        code: "SUM019",
        document: "piano-di-zona.txt",
        mutate: |lines, random| {
            let line = lines.that(|line| line.contains(FIGURES_OF_A_TABLE))[0];
            let changed = lines.line(line).replace("totale di 575", &format!("totale di {}", 576 + random.below(300)));
            *lines.line(line) = changed;
            Some(line)
        },
    },
    Case {
        code: "SUM023",
        document: "piano-di-zona.txt",
        mutate: |lines, random| {
            let line = lines.that(|line| line.contains(FIGURES_OF_A_TABLE))[0];
            let share = format!("{},{}", random.below(90), 1 + random.below(9));
            let changed = lines.line(line).replace("al 2,4% delle", &format!("al {share} delle"));
            *lines.line(line) = changed;
            Some(line)
        },
    },
    Case {
        code: "SUM024",
        document: "piano-di-zona.txt",
        mutate: |lines, random| {
            let line = random.one(&lines.that(|line| line.contains("16-25 anni")))?;
            let new = random.one(&["16-26 anni", "15-25 anni", "16/24 anni"])?;
            let changed = lines.line(line).replace("16-25 anni", new);
            *lines.line(line) = changed;
            Some(line)
        },
    },
];

#[test]
fn found() {
    prove(CASES);
}

/// What all checks find in documents that are given together.
fn together(documents: &[(&str, &str)]) -> Vec<Defect> {
    let words = Vocabulary::builtin();
    let read: Vec<_> = documents
        .iter()
        .map(|(name, text)| {
            let blocks = blocks_from(text.as_bytes(), name).unwrap();
            let (draft, divided) = read_divided(&blocks, &words);
            (divided.unwrap_or(blocks), draft)
        })
        .collect();
    let subjects: Vec<Subject<'_>> =
        read.iter().zip(documents).map(|((blocks, draft), (name, _))| Subject::new(name, blocks, draft)).collect();
    let selection = Selection::parse(["SUM020", "SUM021", "SUM022"], []).unwrap();
    run(&subjects, &selection)
}

fn codes(defects: &[Defect]) -> Vec<(&'static str, usize, u32)> {
    defects.iter().map(|defect| (defect.check.code, defect.document, defect.place.line)).collect()
}

/// The document of programmes with other amounts, in the printed units: tenths of a million, thousands, or euro.
fn programmes(amounts: &[(u32, &str)]) -> String {
    let clean = support::text("programmi-finalizzati.txt");
    let mut lines = Lines::of(&clean);
    let headings = lines.that(|line| line.ends_with(" euro)"));
    for (heading, (value, unit)) in headings.into_iter().zip(amounts) {
        let title = lines.line(heading).split('(').next().unwrap().to_owned();
        let amount = match *unit {
            "milioni" => format!("{},{} milioni di euro", value / 10, value % 10),
            "mila" => format!("{value} mila euro"),
            _ => format!("{}.{:03} euro", value / 1000, value % 1000),
        };
        *lines.line(heading) = format!("{title}({amount})");
    }
    lines.text()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Any visible change of one part is told once, however small, and nothing where nothing changed.
    #[test]
    fn one_part_that_changes_is_one_finding(part in 0usize..6, more in 1u32..400, less in proptest::bool::ANY) {
        let mut amounts =
            [(12, "milioni"), (900, "mila"), (480_000, "euro"), (350, "mila"), (620_000, "euro"), (250_000, "euro")];
        let name = "programmi-finalizzati.txt";
        let told = |text: &str| -> Vec<Severity> {
            support::check(name, text).iter().filter(|it| it.check.code == "SUM012").map(|it| it.severity).collect()
        };
        prop_assert_eq!(told(&programmes(&amounts)), Vec::new());
        let (value, unit) = amounts[part];
        let more = more.min(value - 1).max(1);
        let value = if less && value > more { value - more } else { value + more };
        amounts[part] = (value, unit);
        prop_assert_eq!(told(&programmes(&amounts)).len(), 1);
    }
}

/// What parts of a total that is printed in tenths of a million give.
#[test]
fn severity_follows_the_printed_precision() {
    let told = |amounts: &[(u32, &str)]| -> Vec<Severity> {
        support::check("p.txt", &programmes(amounts)).iter().map(|defect| defect.severity).collect()
    };
    let with = |last: u32| {
        [(12, "milioni"), (900, "mila"), (480_000, "euro"), (350, "mila"), (620_000, "euro"), (last, "euro")]
    };
    assert_eq!(told(&with(250_000)), []);
    assert_eq!(told(&with(255_000)), [Severity::Note]);
    assert_eq!(told(&with(310_000)), [Severity::Warning]);
    assert_eq!(told(&with(900_000)), [Severity::Error]);
}

#[test]
fn two_forms_with_one_other_figure() {
    for (name, old, new) in [
        (
            "peg-2027.txt",
            "2027_PD_1103\tSportello sociale diffuso\t98.042,40",
            "2027_PD_1103\tSportello sociale diffuso\t89.042,40",
        ),
        ("peg-2027.txt", "referenti amministrativi dei Comuni\t8\n", "referenti amministrativi dei Comuni\t9\n"),
        ("peg-2027.txt", "07/01/2027\t12/02/2027", "07/01/2027\t21/02/2027"),
        ("programma-fondi.txt", "960.000,00\t960.000,00\t0,00", "960.000,00\t690.000,00\t0,00"),
        (
            "programma-fondi.txt",
            "430.000,00\t400.000,00\t30.000,00\t430.000,00",
            "430.000,00\t400.000,00\t30.000,00\t403.000,00",
        ),
        ("piano-di-zona.txt", "18.500 euro annui", "15.800 euro annui"),
        ("programmi-finalizzati.txt", "480.000 euro", "840.000 euro"),
    ] {
        let text = support::text(name);
        assert!(text.contains(old), "{name}: {old}");
        let changed = text.replacen(old, new, 1);
        let line = (1..).zip(changed.split('\n')).find(|(_, line)| line.contains(new.split('\n').next().unwrap()));
        let told = together(&[(name, &text), ("copia.txt", &changed)]);
        assert_eq!(codes(&told), [("SUM021", 1, line.unwrap().0)], "{name}: {new}");
        assert_eq!(told[0].related.iter().map(|it| (it.document, it.line)).collect::<Vec<_>>(), [(0, line.unwrap().0)]);
        assert!(together(&[(name, &text), ("copia.txt", &text)]).is_empty(), "{name} beside itself");
    }
}

#[test]
fn documents_of_the_demonstration_beside_each_other_give_nothing() {
    let texts: Vec<(&str, String)> = support::DEMO.iter().map(|name| (*name, support::text(name))).collect();
    let documents: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    assert_eq!(together(&documents).iter().map(support::told).collect::<Vec<_>>(), Vec::<String>::new());
}

/// A small budget of one project.
fn budget(title: &str, code: &str, amount: &str) -> String {
    format!(
        "Comune di Castelvento\n\n{title}\n\n2027_PD_{code}\n\nSportello per la casa\n\nDescrizione\n\nIl progetto apre uno \
         sportello.\n\nBudget previsto\n\n\t\tEntrate Correnti\tSpese Correnti\nCap. 41500 Art. 00\tSERVIZI PER LO SPORTELLO \
         DELLA CASA\t\t{amount}\nTotale\t\t\t{amount}\n"
    )
}

#[test]
fn one_chapter_with_two_amounts() {
    let plan = budget("Piano Esecutivo di Gestione 2027", "1201", "30.000,00");
    let other = budget("Piano Esecutivo di Gestione 2027 - Variazione", "1201", "27.000,00");
    let same = budget("Piano Esecutivo di Gestione 2027 - Variazione", "1201", "30.000,00");
    let told = together(&[("piano.txt", &plan), ("variazione.txt", &other)]);
    assert_eq!(told.iter().map(|it| (it.check.code, it.document)).collect::<Vec<_>>(), [("SUM020", 1)]);
    assert!(together(&[("piano.txt", &plan), ("variazione.txt", &same)]).is_empty());
}

/// A budget that is a plain table: what it does not say of year, side or article is that of the plan.
#[test]
fn one_chapter_in_a_plain_table() {
    let plan = budget("Piano Esecutivo di Gestione 2027", "1201", "30.000,00");
    let tables = [
        ("b.csv", "Capitolo;Descrizione;Importo\n41500;Servizi per lo sportello della casa;AMOUNT\n41501;Altro;5,00\n"),
        ("b.csv", "Capitolo;Importo\n41500/00;AMOUNT\n41501/00;5,00\n"),
        (
            "b.txt",
            "Bilancio di previsione 2027\n\nCapitolo\tDescrizione\tEntrata\tSpesa\n41500\tServizi per lo sportello della \
             casa\t\tAMOUNT\n41501\tAltro\t\t5,00\n",
        ),
    ];
    for (name, table) in tables {
        let told = |amount: &str| together(&[("piano.txt", &plan), (name, &table.replace("AMOUNT", amount))]);
        let found = told("27.000,00");
        assert_eq!(found.iter().map(|it| (it.check.code, it.document)).collect::<Vec<_>>(), [("SUM020", 1)], "{table}");
        assert!(told("30.000,00").is_empty(), "{table}");
    }
    let other = "Bilancio di previsione 2026\n\nCapitolo\tDescrizione\tSpesa\n41500\tServizi per lo sportello della casa\t1,00\n";
    assert!(together(&[("piano.txt", &plan), ("b.txt", other)]).is_empty(), "another year");
}

#[test]
fn an_amount_told_and_its_table() {
    let prose = support::text("programmi-finalizzati.txt");
    let plan = |amount: &str| {
        format!(
            "Piano di Zona 2027\n\nRiparto dei programmi\n\nTabella 1: Programmi\n\nProgramma\tImporto\tComuni\nCentri per le \
             famiglie\t{amount}\t9\nMuoversi per tutti\t900.000,00\t9\n"
        )
    };
    let told = together(&[("notizia.txt", &prose), ("riparto.txt", &plan("305.000,00"))]);
    assert_eq!(told.iter().map(|it| (it.check.code, it.document)).collect::<Vec<_>>(), [("SUM022", 0)]);
    assert!(together(&[("notizia.txt", &prose), ("riparto.txt", &plan("350.000,00"))]).is_empty());
}

#[test]
fn a_target_that_is_the_sum_of_budgets() {
    let clean = support::text("peg-2027.txt");
    let totals: Vec<&str> = clean.lines().filter(|line| line.contains("Totale CDR")).collect();
    assert_eq!(totals.len(), 2, "the demonstration has two services");
    let note = "N. incontri con i referenti amministrativi dei Comuni\t8\n\tNota: 5 incontri in presenza e 3 incontri a distanza";
    let with = |target: &str| {
        let budget = format!("Risorse gestite dall'area\t{target}\n\tNota: Somma dei budget dei due servizi");
        support::check("peg-2027.txt", &clean.replacen(note, &budget, 1))
            .iter()
            .filter(|defect| defect.check.code == "SUM011")
            .map(|defect| (defect.severity, defect.related.len()))
            .collect::<Vec<_>>()
    };
    let cents: i64 = totals
        .iter()
        .flat_map(|line| line.split('\t').filter(|cell| support::is_amount(cell)))
        .map(|cell| cell.replace(['.', ','], "").parse::<i64>().unwrap())
        .sum();
    assert_eq!(with(&format!("{},{:02}", cents / 100, cents % 100)), []);
    assert_eq!(with(&(cents / 100 + 90_000).to_string()), [(Severity::Warning, 3)]);
}

/// What the checks of sums find in one paragraph of a plan.
fn in_prose(paragraph: &str) -> Vec<String> {
    let text = format!("Piano di Zona 2027 - 2029\n\nAmbito territoriale di Valdoro\n\n1. Premessa\n\n{paragraph}\n");
    support::check("prosa.txt", &text)
        .iter()
        .filter(|defect| defect.check.code.starts_with("SUM"))
        .map(|defect| format!("{} {}", defect.check.code, defect.message.key))
        .collect()
}

#[test]
fn sentences_that_are_right_or_no_sums() {
    for paragraph in [
        "Sono previsti 12 incontri di 2 ore ciascuno, per un totale di 24 ore.",
        "Si tengono 3 incontri a settimana e 4 incontri al mese, per un totale di 60 incontri.",
        "Nel 2026 sono venute 120 persone e nel 2027 130 persone, per un totale di 250 persone.",
        "Ogni gruppo riceve 500 euro per 20 famiglie e 300 euro per 10 famiglie, per un totale di 13.000 euro.",
        "Il costo è di 1.000 euro, oltre IVA al 22% pari a 220 euro, per un totale di 1.220 euro.",
        "Hanno risposto 10 bambini a Castelvento e 12 bambini a Collelume, per un totale di 3 gruppi.",
        "Circa 300 persone a Castelvento e 250 a Collelume, per un totale di 550.",
        "La quota è di 4.500 euro (500 euro x 9 Comuni) e il corso dura 20 ore (5 x 4).",
        "Il premio è di 900 euro (12 mesi x 30 ore).",
        "Sono accolte 115 domande, pari a circa il 20% di 560.",
        "Le donne sono il 70% e i minori il 40% dei 18.000 arrivati.",
        "Il servizio apre 3 x 2 volte e il foglio misura 20 x 30 cm.",
        "Sono 40.000 euro annui per tre anni; altri 900.000 euro nel triennio vengono dal fondo.",
        "La spesa è pari a 3 volte quella del 2026 e pari a 12,50 euro per abitante.",
        "Bambini 0-3 anni, 3-6 anni e ragazzi 11-14 anni e 14-18 anni; art. 5-6 e DGR 12/41.",
    ] {
        assert_eq!(in_prose(paragraph), Vec::<String>::new(), "{paragraph}");
    }
}

#[test]
fn sentences_that_are_wrong() {
    for (paragraph, code) in [
        ("Sono 120 persone a Castelvento, 80 a Collelume e 60 a Pietralume, per un totale di 270 persone.", "SUM019"),
        (
            "Il contributo è di 10.000 euro per l'affitto e 5.000 euro per le bollette, per un totale di 16.000 euro.",
            "SUM019",
        ),
        ("n. 12 incontri x 50 euro = 650 euro", "SUM016"),
        ("Il compenso è di € 10/h x 40h = € 450 a persona", "SUM016"),
        ("La quota dei Comuni è di 45.000 euro (2.500 euro x 9 Comuni x 3 anni).", "SUM016"),
        ("Sono accolte 300 domande, pari al 30% di 1.200.", "SUM017"),
        ("Il fondo copre il 25% di 40.000 euro, pari a 12.000 euro.", "SUM017"),
        ("Sono 40.000 euro annui per il triennio, con un valore triennale di 125.000 euro.", "SUM015"),
        ("La quota è pari allo 0,8 del bilancio.", "SUM023"),
    ] {
        let told = in_prose(paragraph);
        assert!(told.len() == 1 && told[0].starts_with(code), "{paragraph}: {told:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever stands in a paragraph, the checks end, and what they mark lies in the text.
    #[test]
    fn any_prose_can_be_checked(words in proptest::collection::vec(0usize..WORDS.len(), 0..60)) {
        let text: String = words.iter().map(|at| WORDS[*at]).collect();
        let defects = support::check("prosa.txt", &format!("Piano di Zona 2027\n\nPremessa\n\n{text}\n"));
        for defect in defects {
            prop_assert!(defect.place.start <= defect.place.end);
            for (place, _) in &defect.marks {
                prop_assert!(place.start <= place.end);
            }
        }
    }
}

/// Pieces of sentences with figures.
const WORDS: [&str; 30] = [
    "12",
    " ",
    "3,5",
    "€ ",
    " euro",
    "%",
    " x ",
    " = ",
    "(",
    ")",
    ". ",
    ", ",
    " e ",
    "per un totale di ",
    "pari al ",
    " di ",
    "1.000",
    " milioni",
    " mila",
    "circa ",
    " annui per tre anni",
    "triennale di ",
    "14-24 anni",
    "–",
    "è",
    "’",
    "\n",
    "\t",
    "una prima parte di ",
    "la seconda parte di ",
];
