// SPDX-License-Identifier: AGPL-3.0-or-later
//! A plan draft made by hand, with every field of every record filled at least once and empty at least once.

use ambito_base::{Area, Cents, Date, Decimal, Period, Share};
use ambito_documents::blocks::{Blocks, Format, Margin, PageLine, PageSize, Pages, ParagraphPlace, Places, Span};
use ambito_domain::planning::*;
use ambito_exchange::{Reading, Source};

/// The reading of a text.
pub fn text() -> Reading {
    Reading {
        path: "demo/piano.txt".to_owned(),
        sha256: "0123456789abcdef".repeat(4),
        format: Format::Text,
        places: Places::Lines,
        draft: draft(),
    }
}

/// The same reading, out of a workbook: line `n` is row `n + 10` of a sheet.
pub fn sheets() -> Reading {
    let rows = (1..=100).map(|line| (u16::from(line > 50), line + 10)).collect();
    let places = Places::Sheets { names: vec!["Obiettivi".to_owned(), "Bilancio".to_owned()], rows };
    Reading { path: "demo/piano.xlsx".to_owned(), format: Format::Xlsx, places, ..text() }
}

/// The same reading, out of a PDF of 40 lines a page; each line is a row with these two cells.
pub fn pages(cells: [&str; 2]) -> Source {
    let line = |at: u32| PageLine {
        page: at / 40 + 1,
        line: at % 40 + 1,
        area: area(at % 40, 7_200, 50_005),
        confidence: (at >= 80).then_some(91),
    };
    let areas = (0..100).flat_map(|at| [area(at % 40, 7_200, 30_050), area(at % 40, 30_050, 50_005)]).collect();
    let sizes = vec![PageSize { width: 59_528, height: 84_189 }; 3];
    let footer = |page| Margin { page, text: format!("Pagina {page} di 3"), area: area(50, 25_000, 35_000) };
    let margins = (1..=3).map(footer).collect();
    let places = Places::Pages(Pages { sizes, lines: (0..100).map(line).collect(), cells: areas, margins });
    rows(Reading { path: "demo/piano.pdf".to_owned(), format: Format::Pdf, places, ..text() }, cells)
}

/// The same reading, out of a word-processor file: the first 50 lines are paragraphs, the others rows of a table.
pub fn paragraphs(cells: [&str; 2]) -> Source {
    let row = |line: u32| (line > 50).then(|| (2, line - 50));
    let paragraph = |line: u32| ParagraphPlace { paragraph: line * 2, row: row(line) };
    let places = Places::Paragraphs((1..=100).map(paragraph).collect());
    rows(Reading { path: "demo/piano.docx".to_owned(), format: Format::Docx, places, ..text() }, cells)
}

fn area(line: u32, left: i32, right: i32) -> Area {
    let top = 7_200 + i32::try_from(line).unwrap() * 1_450;
    Area { left, top, right, bottom: top + 1_100 }
}

/// A reading with a hundred rows of the same two cells.
fn rows(reading: Reading, [first, second]: [&str; 2]) -> Source {
    let mut blocks = Blocks::new(reading.format, format!("{first}\t{second}"));
    blocks.places = reading.places.clone();
    let end = first.len();
    for _ in 0..100 {
        let cells = [Span::new(0, end), Span::new(end + 1, end + 1 + second.len())];
        blocks.push_row(Span::new(0, blocks.text.len()), cells);
    }
    Source { reading, blocks }
}

/// A reading with the lines it was read from, of which nothing is known but their places.
pub fn source(reading: Reading) -> Source {
    let blocks = Blocks { places: reading.places.clone(), ..Blocks::new(reading.format, String::new()) };
    Source { reading, blocks }
}

/// A reading in which there is nothing.
pub fn empty() -> Reading {
    Reading { path: "vuoto.csv".to_owned(), format: Format::Csv, draft: PlanDraft::default(), ..text() }
}

fn date(text: &str) -> Option<Date> {
    Some(text.parse().unwrap())
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn draft() -> PlanDraft {
    let (area, goal, moved) = (Some(NodeId(0)), Some(NodeId(1)), Some(NodeId(2)));
    PlanDraft {
        family: Some(Family::Peg),
        title: some("Piano Esecutivo di Gestione 2027"),
        body: some("Comune di Castelvento"),
        period: Period::years(2027, 2027),
        issued: date("2027-01-15"),
        act: Some("Deliberazione n. 4 del 10/01/2027".to_owned()),
        version: some("2"),
        status: some("approvato"),
        nodes: nodes(),
        indicators: indicators(goal),
        phases: vec![
            Phase {
                node: goal,
                objective: None,
                order: some("1"),
                title: "Raccolta dei fabbisogni dei Comuni".to_owned(),
                state: Some(PhaseState::Planned),
                from: date("2027-01-07"),
                to: date("2027-02-12"),
                note: some("La bozza passa dal tavolo tecnico"),
                line: 30,
            },
            Phase {
                node: None,
                objective: None,
                order: None,
                title: "Verifica".to_owned(),
                state: None,
                from: None,
                to: None,
                note: None,
                line: 31,
            },
        ],
        budget_lines: budget(goal),
        efforts: vec![
            Effort {
                node: goal,
                person: "Cantafavole Nora".to_owned(),
                relation: some("Dirigente"),
                share: Some(Share::from_hundredths(2_834)),
                line: 50,
            },
            Effort { node: None, person: "Zufolanti Elio".to_owned(), relation: None, share: None, line: 51 },
        ],
        allocations: vec![
            Allocation {
                node: area,
                source: some("FNPS 2027"),
                total: Some(Cents::new(43_000_000)),
                before: Some(Cents::new(40_000_000)),
                change: Some(Cents::new(-3_000_050)),
                after: Some(Cents::new(36_999_950)),
                owner: some("Ambito di Valdoro"),
                line: 60,
            },
            Allocation {
                node: None,
                source: None,
                total: None,
                before: None,
                change: None,
                after: None,
                owner: None,
                line: 61,
            },
        ],
        resources: vec![
            Resource {
                node: area,
                activity: "Educativa domiciliare".to_owned(),
                cost: Some(Cents::new(1_250_000)),
                sources: vec![
                    SourceAmount { source: "FNPS".into(), amount: Some(Cents::new(1_000_000)), raw: None },
                    SourceAmount { source: "Comuni".into(), amount: None, raw: some("da definire") },
                ],
                kind: ResourceKind::Cost,
                line: 65,
            },
            Resource {
                node: None,
                activity: "=Assistente sociale".to_owned(),
                cost: None,
                sources: vec![],
                kind: ResourceKind::People,
                line: 66,
            },
        ],
        timetables: vec![Timetable {
            node: goal,
            title: some("Cronoprogramma"),
            header: vec![vec!["Azione".to_owned(), "2027".to_owned()]],
            columns: vec!["I trim.".to_owned(), "II trim.".to_owned()],
            rows: vec![
                TimetableRow { code: some("A1"), label: some("Bando"), marks: vec![0, 2], line: 71 },
                TimetableRow { code: None, label: None, marks: vec![], line: 72 },
            ],
            line: 70,
        }],
        totals: vec![
            Total {
                node: area,
                label: some("Totale Azione"),
                column: Some("Budget".into()),
                amount: Some(Cents::new(30_122_560)),
                share: Some(Share::from_hundredths(6_263)),
                line: 75,
            },
            Total { node: None, label: None, column: None, amount: None, share: None, line: 76 },
        ],
        amounts: vec![
            Amount {
                node: moved,
                label: some("Quota"),
                raw: "circa 3.600 euro l'anno".to_owned(),
                amount: Cents::new(360_000),
                approximate: true,
                per: Some(Per::Year),
                line: 80,
            },
            Amount {
                node: None,
                label: None,
                raw: "€ 1,50".to_owned(),
                amount: Cents::new(150),
                approximate: false,
                per: None,
                line: 81,
            },
        ],
        tables: vec![Table {
            node: area,
            title: some("Popolazione"),
            headers: vec!["Comune".to_owned(), "Abitanti".to_owned()],
            rows: vec![vec![
                TableCell { raw: "Castelvento".to_owned(), value: None },
                TableCell { raw: "18.690".to_owned(), value: Decimal::parse("18.690") },
            ]],
            row_lines: vec![86],
            line: 85,
        }],
        notes: vec![
            Note { code: NoteCode::MarksLost, subject: "Cronoprogramma".to_owned(), node: goal, line: 70 },
            Note { code: NoteCode::LimitReached, subject: "row-cells".to_owned(), node: None, line: 90 },
        ],
        unread: vec![TextLine { line: 95, text: "Qx 12 \"zz\"".to_owned() }],
        coverage: Coverage { lines: 130, read: 120, text: 9, unread: 1 },
    }
}

fn nodes() -> Vec<Node> {
    vec![
        Node {
            level: some("area"),
            code: some("11"),
            title: some("UNA COMUNITÀ CHE SI PRENDE CURA"),
            in_body: true,
            owner: some("Cantafavole Nora"),
            index: vec![IndexEntry { title: "Una comunità".to_owned(), reference: some("pag. 3"), line: 4 }],
            line: 10,
            ..Node::default()
        },
        Node {
            parent: Some(NodeId(0)),
            also_under: vec![NodeId(2)],
            level: some("obiettivo"),
            code: some("2027_OB_1"),
            title: some("Approvare nei tempi il programma annuale del Piano di Zona"),
            kind: some("prioritario"),
            text: "Il progetto tiene insieme i Comuni.\nCura il Piano di Zona.".to_owned(),
            fields: vec![Field { label: "Dirigente".to_owned(), value: "Cantafavole Nora".to_owned(), line: 13 }],
            in_body: true,
            summary: Some(Summary {
                amount: Some(Cents::new(25_075_000)),
                share: Some(Share::from_hundredths(5_214)),
                line: 6,
            }),
            line: 12,
            ..Node::default()
        },
        Node {
            inferred_title: some("Accesso ai servizi"),
            index: vec![IndexEntry { title: "Accesso ai servizi".to_owned(), reference: None, line: 5 }],
            summary: Some(Summary { amount: None, share: None, line: 7 }),
            line: 5,
            ..Node::default()
        },
    ]
}

fn indicators(goal: Option<NodeId>) -> Vec<Indicator> {
    let target = |raw: &str, comparison, value: &str| Target {
        raw: raw.to_owned(),
        comparison,
        value: Decimal::parse(value),
        upper: None,
        unit: Some(Unit::Percent),
        due: None,
        column: None,
    };
    vec![
        Indicator {
            node: goal,
            code: some("P_1"),
            title: "% di prese in carico registrate: > di".to_owned(),
            group: some("Efficacia"),
            note: some("Il dato è letto dal sistema"),
            baseline: some("80"),
            target: Some(Target {
                upper: Decimal::parse("90,5"),
                due: date("2027-12-31"),
                column: Some("Valore previsto 2027".into()),
                ..target("tra 85 e 90,5%", Some(Comparison::Between), "85")
            }),
            yearly: vec![
                YearTarget { year: 2027, target: target("≥ 85", Some(Comparison::AtLeast), "85") },
                YearTarget { year: 2028, target: target("90", None, "90") },
            ],
            deadline: date("2027-06-30"),
            measured: Some(Measured {
                raw: "87,5%".to_owned(),
                value: Decimal::parse("87,5"),
                unit: Some(Unit::Percent),
                date: date("2027-10-31"),
                date_kind: DateKind::Monitoring,
                is_final: true,
            }),
            owner: some("Servizio sociale"),
            extra: vec![ExtraCell { label: "Peso".into(), value: "10".to_owned() }],
            line: 20,
        },
        Indicator {
            node: None,
            code: None,
            title: "N. verbali".to_owned(),
            group: None,
            note: None,
            baseline: None,
            target: None,
            yearly: vec![],
            deadline: None,
            measured: None,
            owner: None,
            extra: vec![],
            line: 22,
        },
    ]
}

fn budget(goal: Option<NodeId>) -> Vec<BudgetLine> {
    vec![
        BudgetLine {
            node: goal,
            direction: Some(Direction::Revenue),
            kind: Some(BudgetKind::Current),
            chapter: "02101".to_owned(),
            article: some("00"),
            title: "QUOTA FONDO SOCIALE ==VEGG. CAP/U 41101==".to_owned(),
            amount: Some(Cents::new(18_640_000)),
            references: vec![ChapterReference {
                direction: Direction::Expense,
                chapter: some("41101"),
                article: some("00"),
                raw: "VEGG. CAP/U 41101".to_owned(),
            }],
            line: 40,
        },
        BudgetLine {
            node: goal,
            direction: Some(Direction::Expense),
            kind: Some(BudgetKind::Capital),
            chapter: "41101".to_owned(),
            article: None,
            title: "SERVIZI PER LA PROGRAMMAZIONE == VEGG. CA".to_owned(),
            amount: Some(Cents::new(18_640_010)),
            references: vec![ChapterReference {
                direction: Direction::Revenue,
                chapter: None,
                article: None,
                raw: "VEGG. CA".to_owned(),
            }],
            line: 41,
        },
        BudgetLine {
            node: None,
            direction: None,
            kind: None,
            chapter: "9".to_owned(),
            article: None,
            title: String::new(),
            amount: None,
            references: vec![],
            line: 42,
        },
    ]
}
