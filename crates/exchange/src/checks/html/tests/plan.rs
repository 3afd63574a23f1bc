// SPDX-License-Identifier: AGPL-3.0-or-later
//! A small invented plan, read as the program reads it, and what could be found in it.

use crate::Reading;
use crate::checks::Source;
use ambito_documents::blocks::{Blocks, Format};
use ambito_documents::vocabulary::Vocabulary;
use ambito_findings::{Finding, Mark, Related, Severity, Where};

pub(in crate::checks) const PLAN: &str = "\
Comune di Castelvento

Piano Esecutivo di Gestione 2027

Dirigente: Cantafavole Nora

2027_PD_1101

Sportello sociale

Obiettivo di miglioramento

2027_OB_1101_1 Rendere più rapida la rendicontazione

Codice indicatore\tIndicatore\tValore previsto 2027
M_1101_1_1\tN. incontri con i **referenti** dei Comuni\t8
\tNota:

Fasi/Attività

Ordine Fase\tCod. Obiettivo\tDescrizione Fase\t\tInizio\tFine
1\t2027_OB_1101_1\tRaccolta dei fabbisogni\tPrevisto\t07/01/2027\t12/02/2027
Nota:\t\t\t\t\t
2\t2027_OB_1101_1\tStesura con la dott.ssa Nora Cantafavole\tPrevisto\t15/02/2027\t31/03/2027
Nota:\t\t\t\t\t

Budget previsto

\t\tEntrate Correnti\tSpese Correnti
Cap. 02101 Art. 00\tQUOTA FONDO SOCIALE\t1.000,00\t
Cap. 41101 Art. 00\tSERVIZI DI ZONA\t\t400,00
Cap. 41102 Art. 00\tBENI\t\t600,00
Totale\t\t1.000,00\t900,00

Nome Soggetto\tRelazione Personale\tImpegno Personale
Cantafavole Nora\tDirigente\t20,00 %
Zufolanti Elio\tDipendente\t70,00 %
Zufolanti Elio\tDipendente\t50,00 %
Quadrifogliani Bruno\tPosizione Organizzativa\t40,00 %
";

/// The document as it is read.
pub(in crate::checks) fn source(path: &str, text: &str) -> Source {
    // A reader of files refuses an empty one; the page would have nothing to say but is written all the same.
    let blocks = ambito_intake::blocks_from(text.as_bytes(), path)
        .unwrap_or_else(|_| Blocks::new(Format::Text, text.to_owned()));
    let (draft, divided) = ambito_documents::read_divided(&blocks, &Vocabulary::builtin());
    let blocks = divided.unwrap_or(blocks);
    let reading = Reading {
        path: path.to_owned(),
        sha256: "0123456789abcdef".repeat(4),
        format: blocks.format,
        places: blocks.places.clone(),
        draft,
    };
    Source { reading, blocks }
}

/// An error in a total and a note on a title.
pub(super) fn findings(path: &str) -> Vec<Finding> {
    let at = |text: &str| PLAN.lines().position(|line| line == text).expect("a line of the plan") + 1;
    let total = "Totale\t\t1.000,00\t900,00";
    let mut sum = Finding::new("SUM003", Severity::Error, "la colonna delle spese non fa il suo totale".to_owned())
        .in_document(path)
        .on_line(at(total), total)
        .hint("righe 31 e 32: addendi")
        .hint("come si corregge: scrivere 1.000,00");
    sum.marks = vec![Mark { column: 18, end_column: 24, label: "scritto 900,00; il conto dà 1.000,00".to_owned() }];
    sum.expected = Some("1000.00".to_owned());
    sum.found = Some("900.00".to_owned());
    sum.related = vec![
        Related { document: path.to_owned(), at: Where::File, line: 31, label: "addendo 400,00".to_owned() },
        Related { document: path.to_owned(), at: Where::File, line: 32, label: "addendo 600,00".to_owned() },
    ];
    let title = "2027_OB_1101_1 Rendere più rapida la rendicontazione";
    let note = Finding::new("STR010", Severity::Note, "l'obiettivo non ha fasi proprie".to_owned())
        .in_document(path)
        .on_line(at(title), title);
    vec![sum, note]
}
