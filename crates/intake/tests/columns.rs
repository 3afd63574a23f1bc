// SPDX-License-Identifier: AGPL-3.0-or-later
//! Columns made of spaces: what is a table, what goes on the row above, and what must stay prose.

mod support;

use support::check;

#[test]
fn reads_three_columns_with_figures_to_the_right() {
    check(
        "a.txt",
        "\
Quadro delle risorse

Codice   Intervento                  Importo
A.1      Assistenza domiciliare    12.000,00
A.2      Centri diurni              1.500,00
         Totale                    13.500,00

Fine.
",
        "1 prose Quadro delle risorse
         2 blank
         3 row Codice | Intervento | Importo
         4 row A.1 | Assistenza domiciliare | 12.000,00
         5 row A.2 | Centri diurni | 1.500,00
         6 row  | Totale | 13.500,00
         7 blank
         8 prose Fine.",
    );
}

#[test]
fn joins_wrapped_cells() {
    check(
        "a.txt",
        "\
Azione   Descrizione                 Responsabile       Budget
1        Rafforzamento del           Ufficio di        10.000
         segretariato sociale        Piano
2        Sportello di ascolto        Comune di          5.000
         per le famiglie e i         Valdoro
         giovani
3        Trasporto                   Consorzio            900
",
        "1 row Azione | Descrizione | Responsabile | Budget
         2 row 1 | Rafforzamento del segretariato sociale | Ufficio di Piano | 10.000
         3 joined
         4 row 2 | Sportello di ascolto per le famiglie e i giovani | Comune di Valdoro | 5.000
         5 joined
         6 joined
         7 row 3 | Trasporto | Consorzio | 900",
    );
}

#[test]
fn joins_wraps_in_the_first_column() {
    check(
        "a.txt",
        "\
Voce di spesa              2024       2025
Servizio di assistenza     1.000      2.000
domiciliare integrata
Mensa                        500        600
",
        "1 row Voce di spesa | 2024 | 2025
         2 row Servizio di assistenza domiciliare integrata | 1.000 | 2.000
         3 joined
         4 row Mensa | 500 | 600",
    );
}

#[test]
fn keeps_titles_between_rows() {
    check(
        "a.txt",
        "\
Voce                  Importo
ENTRATE
Fondo nazionale      1.000,00
Fondo regionale        500,00

SPESE
Personale            1.200,00
",
        "1 row Voce | Importo
         2 prose ENTRATE
         3 row Fondo nazionale | 1.000,00
         4 row Fondo regionale | 500,00
         5 blank
         6 prose SPESE
         7 row Personale | 1.200,00",
    );
}

#[test]
fn goes_on_over_page_breaks() {
    check(
        "a.txt",
        "\
A.1   Assistenza    100
A.2   Mensa          50

\x0CA.3   Trasporti      20
",
        "1 row A.1 | Assistenza | 100
         2 row A.2 | Mensa | 50
         3 blank
         4 page
         4 row A.3 | Trasporti | 20",
    );
}

#[test]
fn joins_blocks_whose_figures_stand_in_the_middle() {
    check(
        "a.txt",
        "\
A1    Assistenza          100,00

      Interventi di
A2    presa in carico     200,00
      delle persone

A3    Mensa                50,00
",
        "1 row A1 | Assistenza | 100,00
         2 blank
         3 row A2 | Interventi di presa in carico delle persone | 200,00
         4 joined
         5 joined
         6 blank
         7 row A3 | Mensa | 50,00",
    );
}

#[test]
fn takes_a_long_cell_over_a_gap() {
    check(
        "a.txt",
        "\
A.1    Assistenza       Comune       100
A.2    Mensa            Comune        50
A.3    Trasporti        ASL           20
Totale dei servizi per anziani       170
A.4    Sportello        ASL           10
",
        "1 row A.1 | Assistenza | Comune | 100
         2 row A.2 | Mensa | Comune | 50
         3 row A.3 | Trasporti | ASL | 20
         4 row Totale dei servizi per anziani |  |  | 170
         5 row A.4 | Sportello | ASL | 10",
    );
}

#[test]
fn reads_words_in_three_aligned_columns() {
    check(
        "a.txt",
        "\
Area          Servizio         Ente
Anziani       Telesoccorso     Comune
Minori        Affido           Consorzio
Disabili      Trasporto        ASL
",
        "1 row Area | Servizio | Ente
         2 row Anziani | Telesoccorso | Comune
         3 row Minori | Affido | Consorzio
         4 row Disabili | Trasporto | ASL",
    );
}

#[test]
fn parts_the_short_words_of_a_timetable() {
    check(
        "a.txt",
        "\
Fase                     Gen Feb Mar Apr
Analisi dei bisogni       x   x
Coprogettazione               x   x
Avvio                                 x
Verifica                  x   x   x   x
",
        "1 row Fase | Gen | Feb | Mar | Apr
         2 row Analisi dei bisogni | x | x |  |
         3 row Coprogettazione |  | x | x |
         4 row Avvio |  |  |  | x
         5 row Verifica | x | x | x | x",
    );
}

/// Every line of these stays prose.
#[test]
fn leaves_prose_alone() {
    for text in [
        "Frase uno.  Frase due.\nAltra frase lunga.  E ancora.\nTerza riga.  Fine.\n",
        "Il   presente   piano   definisce   gli\nobiettivi  di  zona  per  il   triennio\ne   le  risorse  che  sono  disponibili\nnei    diversi   ambiti   dei   servizi\n",
        "Premessa ........  1\nObiettivi ......  12\nRisorse ........  20\n",
        "1.   Premessa\n2.   Obiettivi\n3.   Risorse\n",
        "-    uno\n-    due\n-    tre\n",
        "Nome        Mario\nCognome     Rossi\nComune      Valdoro\n",
        "testo di sinistra         testo di destra\nche va avanti             che va avanti\n",
        "Comune di Valdoro         prot. 12/2024\n",
    ] {
        let blocks = ambito_intake::blocks_from(text.as_bytes(), "a.txt").expect("it can be read");
        assert!(blocks.cells.is_empty(), "{text}\n{}", support::dump(&blocks));
    }
}
