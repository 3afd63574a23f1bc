// SPDX-License-Identifier: AGPL-3.0-or-later
//! Documents under review: what came in, readings in pieces, corrections, findings, errands, words.

use crate::*;
use ambito_domain::office::DocumentId;
use ambito_domain::planning::{Coverage, Node, NodeId, PlanDraft, TextLine};
use ambito_domain::review::{
    Acceptance, AcceptanceId, Act, AreaWord, Correction, CorrectionId, Errand, ErrandId, ErrandState, Placement,
    Placing, ReadingFault, ReadingState, RecordKey, RecordKind, UploadId, Withdrawn, WordId, WordMeaning,
};
use ambito_store::lists::{self, Asked, Given, ListRow, Order, Scope};
use ambito_store::plans::{self, NewDocument};
use ambito_store::reviews::{
    self, Checking, Chunk, ChunkAt, DocumentKey, FilingState, Only, ReviewFilter, StoredFinding, UnreadFilter, Upload,
    UploadItem,
};
use ambito_store::{Error, Tx};

on_both! { uploads, a_reading_from_asking_to_done, pieces, nodes_and_unread_lines, corrections, corrections_as_a_list, findings, errands, words }

const DOCUMENT: DocumentId = DocumentId(Uuid::from_u128(51));

async fn document(tx: &mut Tx) -> DocumentKey {
    let (sha256, content) = ([7; 32], b"Piano".as_slice());
    let (added, added_by) = (at(0), Some(BRUNO));
    let new = NewDocument {
        id: DOCUMENT,
        body: TOWN,
        name: "piano.txt",
        sha256: &sha256,
        format: "text",
        content,
        added,
        added_by,
    };
    plans::insert_document(tx, AREA, &new).await.unwrap();
    reviews::find_document_key(tx, &all(), DOCUMENT).await.unwrap().unwrap()
}

fn draft() -> PlanDraft {
    let node = |code: &str, title: &str, line, parent: Option<u32>| Node {
        parent: parent.map(NodeId),
        level: Some("azione".to_owned()),
        code: Some(code.to_owned()),
        title: Some(title.to_owned()),
        line,
        ..Node::default()
    };
    PlanDraft {
        title: Some("Piano di zona".to_owned()),
        nodes: vec![
            node("1", "Servizi per anziani", 3, None),
            node("1.1", "Pasti à domicilio", 3, Some(0)),
            node("2", "Minori", 9, None),
        ],
        unread: [(4, "riga una"), (4, "riga due"), (8, "riga tre")]
            .map(|(line, text)| TextLine { line, text: text.to_owned() })
            .to_vec(),
        coverage: Coverage { lines: 10, read: 5, text: 3, unread: 2 },
        ..PlanDraft::default()
    }
}

async fn uploads(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let key = document(&mut tx).await;
    let upload = |id, body| Upload { id: UploadId(Uuid::from_u128(id)), body, uploaded: at(5), by: BRUNO };
    let (first, second) = (upload(1, TOWN), upload(2, TOP));
    for upload in [&first, &second] {
        reviews::insert_upload(&mut tx, AREA, upload).await.unwrap();
    }
    let taken = UploadItem {
        name: "piano.txt".to_owned(),
        size_bytes: 5,
        document: Some(key.id()),
        known: false,
        refusal: None,
    };
    let refused = UploadItem { document: None, refusal: Some("upload-empty".to_owned()), ..taken.clone() };
    reviews::insert_item(&mut tx, AREA, first.id, 0, &taken).await.unwrap();
    reviews::insert_item(&mut tx, AREA, first.id, 1, &refused).await.unwrap();
    assert_eq!(reviews::list_items(&mut tx, &all(), first.id).await.unwrap(), [taken, refused]);
    assert_eq!(reviews::list_items(&mut tx, &keeper(OTHER), first.id).await.unwrap(), []);
    assert_eq!(reviews::find_upload(&mut tx, &town(), first.id).await.unwrap(), Some(first.clone()));
    assert_eq!(reviews::find_upload(&mut tx, &town(), second.id).await.unwrap(), None, "another body's");
    assert_eq!(reviews::list_uploads(&mut tx, &all(), None, 9).await.unwrap(), [second.clone(), first.clone()]);
    assert_eq!(reviews::list_uploads(&mut tx, &all(), Some(second.id), 9).await.unwrap(), std::slice::from_ref(&first));
    reviews::insert_reading(&mut tx, &key, at(6), None).await.unwrap();
    let readings = reviews::list_item_readings(&mut tx, &all(), first.id).await.unwrap();
    assert_eq!((readings.len(), readings[0].0.document, readings[0].1), (1, key.id(), None));
    assert!(reviews::list_item_readings(&mut tx, &keeper(OTHER), first.id).await.unwrap().is_empty());
}

async fn a_reading_from_asking_to_done(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let key = document(&mut tx).await;
    assert_eq!((key.id(), key.area(), key.body()), (DOCUMENT, AREA, TOWN));
    assert_eq!(reviews::find_document_key(&mut tx, &keeper(OTHER), DOCUMENT).await.unwrap(), None);
    assert_eq!(reviews::find_known(&mut tx, &all(), TOWN, &[7; 32]).await.unwrap(), Some(key));
    assert_eq!(reviews::find_known(&mut tx, &all(), TOP, &[7; 32]).await.unwrap(), None, "of another body");
    let glance = reviews::find_glance(&mut tx, &town(), DOCUMENT).await.unwrap().unwrap();
    assert_eq!((glance.key, glance.body.as_str(), glance.filed, glance.checked), (key, "Comune à l’est", None, None));
    assert_eq!((glance.document.name.as_str(), glance.document.size_bytes), ("piano.txt", 5));
    assert_eq!(reviews::find_glance(&mut tx, &keeper(OTHER), DOCUMENT).await.unwrap(), None);
    reviews::lock_document(&mut tx, &key).await.unwrap();
    assert_eq!(reviews::take_waiting(&mut tx).await.unwrap(), None);
    assert_eq!(reviews::insert_reading(&mut tx, &key, at(1), Some(BRUNO)).await.unwrap(), 1);
    assert_eq!(reviews::insert_reading(&mut tx, &key, at(2), None).await.unwrap(), 2);
    assert_eq!(reviews::take_waiting(&mut tx).await.unwrap(), Some((key, 1)));
    reviews::begin_reading(&mut tx, &key, 1, "0.1.0", 3).await.unwrap();
    assert!(matches!(reviews::begin_reading(&mut tx, &key, 1, "0.1.0", 3).await, Err(Error::Stale)));
    assert_eq!(reviews::recover_readings(&mut tx).await.unwrap(), 1, "begun by a program that was killed");
    reviews::begin_reading(&mut tx, &key, 1, "0.1.0", 3).await.unwrap();
    reviews::to_checking(&mut tx, &key, 1, &draft()).await.unwrap();
    reviews::end_reading(&mut tx, &key, 1, at(9)).await.unwrap();
    let fault = ReadingFault { code: "FIL001".to_owned(), it: "vuoto".to_owned(), en: "empty".to_owned() };
    assert!(matches!(reviews::fail_reading(&mut tx, &key, 1, at(10), &fault).await, Err(Error::Stale)), "it is done");
    reviews::fail_reading(&mut tx, &key, 2, at(10), &fault).await.unwrap();
    let found = reviews::list_readings(&mut tx, &key).await.unwrap();
    let states: Vec<ReadingState> = found.iter().map(|reading| reading.state).collect();
    assert_eq!(states, [ReadingState::Done, ReadingState::Failed]);
    assert_eq!((found[0].program.as_str(), found[0].words, found[0].nodes), ("0.1.0", 3, 3));
    assert_eq!((found[0].coverage, found[0].done), (draft().coverage, Some(at(9))));
    assert_eq!((&found[1].fault, found[1].asked_by), (&Some(fault), None));
    assert_eq!(reviews::find_reading(&mut tx, &key, 2).await.unwrap().as_ref(), Some(&found[1]));
    let failed = ReviewFilter { state: Some("failed".to_owned()), ..ReviewFilter::default() };
    let listed = reviews::list_reviews(&mut tx, &town(), &failed, None, 9).await.unwrap();
    assert_eq!((listed.len(), listed[0].reading, listed[0].lines, listed[0].findings), (1, 2, [0; 4], None));
    let filed = ReviewFilter { filing: Some(FilingState::Filed), ..ReviewFilter::default() };
    assert_eq!(reviews::list_reviews(&mut tx, &all(), &filed, None, 9).await.unwrap(), []);
    let unfiled =
        ReviewFilter { filing: Some(FilingState::Unfiled), body: Some(TOWN), document: Some(DOCUMENT), state: None };
    assert_eq!(reviews::list_reviews(&mut tx, &all(), &unfiled, None, 9).await.unwrap(), listed);
    assert_eq!(reviews::list_reviews(&mut tx, &all(), &unfiled, Some(DOCUMENT), 9).await.unwrap(), []);
    listed_as_asked(&mut tx).await;
}

/// The list of documents: by every column, by every filter, with its sums.
async fn listed_as_asked(tx: &mut Tx) {
    let listing = &reviews::lists::REVIEWS;
    let (town, elsewhere) = (town(), keeper(OTHER));
    let scope = Scope::Sight(&town);
    for column in listing.columns {
        for order in [Order::Rising, Order::Falling] {
            let asked = Asked { sort: Some((column.key.to_owned(), order)), filters: Vec::new() };
            let rows = lists::list_rows(tx, scope, listing, &asked, None, 9).await.unwrap();
            assert_eq!(rows.len(), 1, "{}", column.key);
            let after = lists::list_rows(tx, scope, listing, &asked, Some(&rows[0].key), 9).await.unwrap();
            assert_eq!(after, [], "{}", column.key);
        }
    }
    let body = TOWN.to_string();
    for (filter, value, count) in [
        ("words", "PIANO comune", 1),
        ("words", "xyz", 0),
        ("body", body.as_str(), 1),
        ("body", "x", 0),
        ("state", "failed", 1),
        ("state", "unfiled", 1),
        ("state", "filed", 0),
        ("state", "waiting", 0),
        ("state", "x", 0),
    ] {
        let asked = Asked { sort: None, filters: vec![(filter.to_owned(), value.to_owned())] };
        let sums = lists::sum_rows(tx, scope, listing, &asked).await.unwrap();
        assert_eq!(sums.rows, count, "{filter}={value}");
    }
    let whole = lists::sum_rows(tx, scope, listing, &Asked::default()).await.unwrap();
    let sum = |key: &str| whole.sums[listing.columns.iter().position(|column| column.key == key).unwrap()];
    assert_eq!((sum("errors"), sum("accepted"), sum("corrections")), (None, Some(0), Some(0)), "never checked");
    let others = lists::sum_rows(tx, Scope::Sight(&elsewhere), listing, &Asked::default()).await.unwrap();
    assert_eq!(others.rows, 0);
}

async fn pieces(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let key = document(&mut tx).await;
    let reading = reviews::insert_reading(&mut tx, &key, at(1), None).await.unwrap();
    let chunk = |number, first_line, last_line, page: u32| Chunk {
        number,
        first_line,
        last_line,
        first_page: Some(page),
        last_page: Some(page + 1),
        content: vec![u8::try_from(number).unwrap(); 3],
    };
    let all = [chunk(0, 1, 500, 1), chunk(1, 501, 900, 2)];
    reviews::insert_chunks(&mut tx, &key, reading, &all).await.unwrap();
    let pane = reviews::find_pane(&mut tx, &key, reading, ChunkAt::Page(99)).await.unwrap().unwrap();
    assert_eq!((pane.chunk.number, pane.lines, pane.pages), (1, 900, Some(3)));
    assert_eq!((pane.next_finding, pane.next_unread, pane.unread_left), (None, None, 0));
    let mut check = async |wanted, number: u32| {
        let found = reviews::find_chunk(&mut tx, &key, reading, wanted).await.unwrap();
        assert_eq!(found.map(|chunk| chunk.number), Some(number), "{wanted:?}");
        let pane = reviews::find_pane(&mut tx, &key, reading, wanted).await.unwrap();
        assert_eq!(pane.map(|pane| pane.chunk.number), Some(number), "{wanted:?}");
    };
    check(ChunkAt::Line(0), 0).await;
    check(ChunkAt::Line(500), 0).await;
    check(ChunkAt::Line(501), 1).await;
    check(ChunkAt::Line(9_999), 1).await;
    check(ChunkAt::Page(2), 0).await;
    check(ChunkAt::Page(3), 1).await;
    check(ChunkAt::Page(99), 1).await;
    assert_eq!(reviews::list_chunks(&mut tx, &key, reading, 0, 9).await.unwrap(), all);
    assert_eq!(reviews::list_chunks(&mut tx, &key, reading, 1, 9).await.unwrap(), all[1..]);
    assert_eq!(reviews::find_last_chunk(&mut tx, &key, 501).await.unwrap(), None, "it is not done");
    reviews::begin_reading(&mut tx, &key, reading, "0.1.0", 0).await.unwrap();
    reviews::to_checking(&mut tx, &key, reading, &draft()).await.unwrap();
    reviews::end_reading(&mut tx, &key, reading, at(9)).await.unwrap();
    reviews::insert_reading(&mut tx, &key, at(10), None).await.unwrap();
    assert_eq!(reviews::find_last_chunk(&mut tx, &key, 501).await.unwrap().as_ref(), Some(&all[1]));
    reviews::delete_chunks(&mut tx, &key, reading).await.unwrap();
    assert_eq!(reviews::find_chunk(&mut tx, &key, reading, ChunkAt::Line(1)).await.unwrap(), None);
}

async fn nodes_and_unread_lines(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let (key, draft) = (document(&mut tx).await, draft());
    let reading = reviews::insert_reading(&mut tx, &key, at(1), None).await.unwrap();
    reviews::insert_nodes(&mut tx, &key, reading, &draft).await.unwrap();
    reviews::insert_unread(&mut tx, &key, reading, &draft.unread).await.unwrap();
    let found = reviews::search_nodes(&mut tx, &key, reading, "domicilio A", None, 9).await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].id, found[0].parent, found[0].line, found[0].ordinal), (NodeId(1), Some(NodeId(0)), 3, 1));
    let every = reviews::search_nodes(&mut tx, &key, reading, "", None, 9).await.unwrap();
    assert_eq!(every.len(), 3);
    assert_eq!(reviews::search_nodes(&mut tx, &key, reading, "", Some(NodeId(0)), 1).await.unwrap(), every[1..2]);
    let two = [NodeId(2), NodeId(0), NodeId(77)];
    assert_eq!(reviews::find_nodes(&mut tx, &key, reading, &two, &[]).await.unwrap().len(), 2);
    assert_eq!(reviews::find_nodes(&mut tx, &key, reading, &[], &[]).await.unwrap(), []);
    let both = reviews::find_nodes(&mut tx, &key, reading, &[NodeId(0)], &[9]).await.unwrap();
    assert_eq!(both.iter().map(|node| node.id).collect::<Vec<_>>(), [NodeId(0), NodeId(2)]);
    let all = UnreadFilter::default();
    assert_eq!(reviews::list_unread(&mut tx, &key, reading, all, 1, 9).await.unwrap(), draft.unread);
    assert_eq!(reviews::list_unread(&mut tx, &key, reading, all, 5, 9).await.unwrap(), draft.unread[2..]);
    assert_eq!(reviews::count_unread(&mut tx, &key, reading, all).await.unwrap(), 2, "lines, not parts of them");
    let line = draft.unread[2].line;
    for (only, count) in
        [(Only::These(&[line]), 1), (Only::Others(&[line]), 1), (Only::These(&[]), 0), (Only::Others(&[]), 2)]
    {
        let filter = UnreadFilter { only: Some(only), ..all };
        assert_eq!(reviews::count_unread(&mut tx, &key, reading, filter).await.unwrap(), count, "{only:?}");
    }
    for (words, count) in [("TRE", 1), ("riga", 2), ("riga quattro", 0), ("%", 0)] {
        let filter = UnreadFilter { words, only: None };
        assert_eq!(reviews::count_unread(&mut tx, &key, reading, filter).await.unwrap(), count, "{words}");
    }
    let chunk = |number, first_line, last_line| Chunk {
        number,
        first_line,
        last_line,
        first_page: None,
        last_page: None,
        content: Vec::new(),
    };
    let chunks = [chunk(0, 1, 3), chunk(1, 4, 7), chunk(2, 8, 9)];
    reviews::insert_chunks(&mut tx, &key, reading, &chunks).await.unwrap();
    let mut left = async |line| {
        let pane = reviews::find_pane(&mut tx, &key, reading, ChunkAt::Line(line)).await.unwrap().unwrap();
        (pane.unread_left, pane.next_unread)
    };
    assert_eq!(left(1).await, (2, Some(4)));
    assert_eq!(left(4).await, (2, Some(8)));
    assert_eq!(left(8).await, (2, None));
    let aside = correction(1, Act::SetAside { line: 4, reason: "nota".to_owned() });
    reviews::insert_correction(&mut tx, &key, &aside).await.unwrap();
    let pane = reviews::find_pane(&mut tx, &key, reading, ChunkAt::Line(1)).await.unwrap().unwrap();
    assert_eq!((pane.unread_left, pane.next_unread), (1, Some(8)));
    assert_eq!(reviews::count_unread_left(&mut tx, &key, [reading, 99]).await.unwrap(), [1, 0], "the same by itself");
}

fn correction(id: u128, act: Act) -> Correction {
    Correction {
        id: CorrectionId(Uuid::from_u128(id)),
        document: DOCUMENT,
        made: at(20),
        made_by: BRUNO,
        reading: 1,
        anchor: "riga una".to_owned(),
        act,
        withdrawn: None,
        placed: None,
    }
}

async fn corrections(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let key = document(&mut tx).await;
    let record = RecordKey { kind: RecordKind::BudgetLine, line: 58, ordinal: 1 };
    let node = RecordKey { kind: RecordKind::Node, line: 3, ordinal: 0 };
    let [old, new] = ["1.000,00", "10.000,00"].map(str::to_owned);
    let made = [
        correction(1, Act::Set { record, field: "amount".to_owned(), old: old.clone(), new }),
        correction(2, Act::Remove { record, old }),
        correction(3, Act::Assign { line: 4, node }),
        correction(4, Act::SetAside { line: 8, reason: String::new() }),
    ];
    for correction in &made {
        reviews::insert_correction(&mut tx, &key, correction).await.unwrap();
    }
    assert_eq!(reviews::list_corrections(&mut tx, &key, None, 9).await.unwrap(), made);
    assert_eq!(reviews::list_corrections(&mut tx, &key, Some(made[1].id), 1).await.unwrap(), made[2..3]);
    let mut some = reviews::find_corrections(&mut tx, &key, &[made[2].id, made[0].id]).await.unwrap();
    some.sort_by_key(|one| one.id);
    assert_eq!(some, [made[0].clone(), made[2].clone()]);
    assert_eq!(reviews::find_corrections(&mut tx, &key, &[]).await.unwrap(), []);
    assert_eq!(reviews::list_unchecked(&mut tx, 9).await.unwrap(), [], "it was never read");
    let reading = reviews::insert_reading(&mut tx, &key, at(1), None).await.unwrap();
    reviews::begin_reading(&mut tx, &key, reading, "", 0).await.unwrap();
    reviews::to_checking(&mut tx, &key, reading, &draft()).await.unwrap();
    reviews::end_reading(&mut tx, &key, reading, at(2)).await.unwrap();
    assert_eq!(reviews::list_unchecked(&mut tx, 9).await.unwrap(), [(key, reading)]);
    let withdrawn = Withdrawn { at: at(30), by: ADA };
    reviews::withdraw_correction(&mut tx, &key, made[0].id, withdrawn).await.unwrap();
    let again = reviews::withdraw_correction(&mut tx, &key, made[0].id, withdrawn).await;
    assert!(matches!(again, Err(Error::Stale)), "withdrawn once");
    let placing = Placing { reading: 2, placement: Placement::Applied, line: 60, record: Some(record) };
    reviews::place_correction(&mut tx, &key, made[0].id, &placing).await.unwrap();
    let found = reviews::find_correction(&mut tx, &key, made[0].id).await.unwrap().unwrap();
    assert_eq!(found.placed, Some(placing));
    let lost = Placing { reading: 2, placement: Placement::Lost, line: 0, record: None };
    reviews::place_correction(&mut tx, &key, made[1].id, &lost).await.unwrap();
    let found = reviews::find_correction(&mut tx, &key, made[1].id).await.unwrap().unwrap();
    assert_eq!((found.placed, found.act), (Some(lost), made[1].act.clone()));
    let found = reviews::find_correction(&mut tx, &key, made[0].id).await.unwrap().unwrap();
    assert_eq!(found.withdrawn, Some(withdrawn));
    let by = reviews::list_corrections_by(&mut tx, &key, Some(made[1].id), 1).await.unwrap();
    assert_eq!(by, [(made[2].clone(), "Persona bruno".to_owned())]);
}

async fn corrections_as_a_list(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let key = document(&mut tx).await;
    let reading = reviews::insert_reading(&mut tx, &key, at(1), None).await.unwrap();
    reviews::begin_reading(&mut tx, &key, reading, "", 0).await.unwrap();
    reviews::to_checking(&mut tx, &key, reading, &draft()).await.unwrap();
    reviews::end_reading(&mut tx, &key, reading, at(2)).await.unwrap();
    let [first, second] = [3, 5].map(|line| RecordKey { kind: RecordKind::BudgetLine, line, ordinal: 0 });
    let set =
        |record, old: &str, new: &str| Act::Set { record, field: "amount".into(), old: old.into(), new: new.into() };
    let acts = [
        set(first, "1,00", "2,00"),
        set(first, "2,00", "Èxtra 3,00"),
        set(second, "4,00", "5,00"),
        Act::SetAside { line: 8, reason: "pie di pagina".into() },
        set(second, "4,00", "6,00"),
    ];
    let made: Vec<Correction> = (1..).zip(acts).map(|(id, act)| correction(id, act)).collect();
    for correction in &made {
        reviews::insert_correction(&mut tx, &key, correction).await.unwrap();
    }
    reviews::withdraw_correction(&mut tx, &key, made[4].id, Withdrawn { at: at(30), by: ADA }).await.unwrap();
    let placed = |placement, line| Placing { reading, placement, line, record: None };
    reviews::place_correction(&mut tx, &key, made[2].id, &placed(Placement::Lost, 0)).await.unwrap();
    reviews::place_correction(&mut tx, &key, made[3].id, &placed(Placement::Applied, 2)).await.unwrap();
    let all = all();
    let mut listed = async |sort: Option<(&str, Order)>, filters: &[(&str, &str)]| {
        let mut filters: Vec<(String, String)> =
            filters.iter().map(|(filter, value)| ((*filter).to_owned(), (*value).to_owned())).collect();
        filters.push(("document".to_owned(), DOCUMENT.0.to_string()));
        let asked = Asked { sort: sort.map(|(key, order)| (key.to_owned(), order)), filters };
        let scope = Scope::Sight(&all);
        let rows = lists::list_rows(&mut tx, scope, &reviews::lists::CORRECTIONS, &asked, None, 9).await.unwrap();
        let whole = lists::sum_rows(&mut tx, scope, &reviews::lists::CORRECTIONS, &asked).await.unwrap();
        assert_eq!(whole.rows, rows.len() as u64);
        let id = |row: &ListRow| match row.cells[0] {
            Given::Id(id) => id.as_u128(),
            _ => 0,
        };
        rows.iter().map(id).collect::<Vec<u128>>()
    };
    assert_eq!(listed(None, &[]).await, [1, 2, 3, 4, 5], "in the order in which they were made");
    assert_eq!(listed(Some(("line", Order::Rising)), &[]).await, [4, 1, 2, 3, 5], "where they stand now");
    assert_eq!(listed(Some(("new", Order::Falling)), &[]).await, [4, 2, 5, 3, 1], "by what is said");
    for (state, expected) in
        [("standing", &[2_u128, 4][..]), ("superseded", &[1]), ("lost", &[3]), ("withdrawn", &[5]), ("nonsense", &[])]
    {
        assert_eq!(listed(None, &[("state", state)]).await, expected, "{state}");
    }
    for (words, expected) in [("extra", &[2_u128][..]), ("PIE pagina", &[4]), ("bruno 5,00", &[3]), ("riga una", &[4])]
    {
        assert_eq!(listed(None, &[("words", words)]).await, expected, "{words}");
    }
}

async fn findings(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let key = document(&mut tx).await;
    let reading = reviews::insert_reading(&mut tx, &key, at(1), None).await.unwrap();
    let finding = |fingerprint: &str, severity, line: Option<u32>| StoredFinding {
        fingerprint: fingerprint.to_owned(),
        code: "SUM002".to_owned(),
        severity,
        line,
        end_line: line,
        node: Some(NodeId(1)),
        message_it: "non torna".to_owned(),
        message_en: "does not add up".to_owned(),
        said: "{}".to_owned(),
    };
    let found = [finding("a", 2, None), finding("b", 1, Some(4)), finding("c", 0, Some(9))];
    reviews::replace_findings(&mut tx, &key, &[finding("old", 2, Some(1))]).await.unwrap();
    reviews::replace_findings(&mut tx, &key, &found).await.unwrap();
    let all_here = reviews::list_found_here(&mut tx, &key, 1, 99, 9).await.unwrap();
    assert_eq!(all_here.into_iter().map(|one| one.finding).collect::<Vec<_>>(), found, "the old one is gone");
    let here = reviews::list_found_here(&mut tx, &key, 1, 5, 9).await.unwrap();
    let (shown, became): (Vec<StoredFinding>, Vec<_>) =
        here.into_iter().map(|one| (one.finding, (one.accepted, one.handed))).unzip();
    assert_eq!(shown, found[..2]);
    assert_eq!(became, [(None, None), (None, None)]);
    assert_eq!(reviews::find_finding(&mut tx, &key, "c").await.unwrap().as_ref(), Some(&found[2]));
    assert_eq!(reviews::find_finding(&mut tx, &key, "old").await.unwrap(), None);
    let acceptance = Acceptance {
        id: AcceptanceId(Uuid::from_u128(1)),
        document: DOCUMENT,
        fingerprint: "b".to_owned(),
        code: "SUM002".to_owned(),
        reason: "arrotondamento".to_owned(),
        accepted: at(40),
        accepted_by: BRUNO,
        withdrawn: None,
    };
    reviews::insert_acceptance(&mut tx, &key, &acceptance).await.unwrap();
    assert_eq!(reviews::list_acceptances(&mut tx, &key, 9).await.unwrap(), std::slice::from_ref(&acceptance));
    let glance = reviews::find_glance(&mut tx, &all(), DOCUMENT).await.unwrap().unwrap();
    assert_eq!((glance.open, glance.accepted), ([1, 0, 1], 1));
    let here = reviews::list_found_here(&mut tx, &key, 4, 4, 9).await.unwrap();
    let lives = (acceptance.id, "Persona bruno".to_owned(), at(40), "arrotondamento".to_owned());
    assert_eq!((here.len(), &here[0].accepted), (1, &Some(lives)));
    let withdrawn = Withdrawn { at: at(50), by: ADA };
    reviews::withdraw_acceptance(&mut tx, &key, acceptance.id, withdrawn).await.unwrap();
    assert!(matches!(reviews::withdraw_acceptance(&mut tx, &key, acceptance.id, withdrawn).await, Err(Error::Stale)));
    let glance = reviews::find_glance(&mut tx, &all(), DOCUMENT).await.unwrap().unwrap();
    assert_eq!((glance.open, glance.accepted), ([1, 1, 1], 0));
    let checking = Checking { number: 1, reading, checked: at(9), corrections: 2, errors: 1, warnings: 1, notes: 1 };
    assert_eq!(reviews::insert_checking(&mut tx, &key, &checking).await.unwrap(), 1);
    assert_eq!(reviews::insert_checking(&mut tx, &key, &Checking { errors: 0, ..checking }).await.unwrap(), 2);
    let glance = reviews::find_glance(&mut tx, &all(), DOCUMENT).await.unwrap().unwrap();
    assert_eq!(glance.checked, Some(checking.checked));
}

async fn errands(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let key = document(&mut tx).await;
    let errand = |id, due: &str| Errand {
        id: ErrandId(Uuid::from_u128(id)),
        document: DOCUMENT,
        fingerprint: "b".to_owned(),
        code: "SUM002".to_owned(),
        said: "non torna".to_owned(),
        line: 4,
        to: ADA,
        due: day(due),
        request: "controllare la delibera".to_owned(),
        given: at(60),
        given_by: BRUNO,
        state: ErrandState::Given,
        returned: None,
        answer: String::new(),
        closed: None,
        version: 1,
    };
    let (late, soon) = (errand(1, "2027-03-01"), errand(2, "2027-02-01"));
    for errand in [&late, &soon] {
        reviews::insert_errand(&mut tx, &key, errand).await.unwrap();
    }
    let (returned, answer) = (Some(at(70)), "corretto".to_owned());
    let back = Errand { state: ErrandState::Returned, returned, answer, ..soon.clone() };
    reviews::save_errand(&mut tx, AREA, &back).await.unwrap();
    assert!(matches!(reviews::save_errand(&mut tx, AREA, &back).await, Err(Error::Stale)));
    let back = Errand { version: 2, ..back };
    assert_eq!(reviews::find_errand(&mut tx, AREA, soon.id).await.unwrap().as_ref(), Some(&back));
    assert_eq!(reviews::find_errand(&mut tx, OTHER, soon.id).await.unwrap(), None);
    let stored = StoredFinding {
        fingerprint: "b".to_owned(),
        code: "SUM002".to_owned(),
        severity: 2,
        line: Some(4),
        end_line: Some(4),
        node: None,
        message_it: "non torna".to_owned(),
        message_en: "does not add up".to_owned(),
        said: "{}".to_owned(),
    };
    reviews::replace_findings(&mut tx, &key, &[stored]).await.unwrap();
    let here = reviews::list_found_here(&mut tx, &key, 1, 9, 9).await.unwrap();
    let first = (late.id, "Persona ada".to_owned(), late.due, ErrandState::Given);
    assert_eq!((here.len(), &here[0].handed), (1, &Some(first)), "handed twice, it stands here once");
}

async fn words(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let word = AreaWord {
        id: WordId(Uuid::from_u128(1)),
        word: "Spesa à preventivo".to_owned(),
        meaning: WordMeaning("column:budget:amount".to_owned()),
        added: at(1),
        added_by: BRUNO,
        removed: None,
    };
    reviews::insert_word(&mut tx, AREA, &word).await.unwrap();
    assert_eq!(reviews::list_words(&mut tx, AREA, 9).await.unwrap(), std::slice::from_ref(&word));
    assert_eq!(reviews::list_words(&mut tx, OTHER, 9).await.unwrap(), []);
    let removed = Withdrawn { at: at(2), by: ADA };
    reviews::remove_word(&mut tx, AREA, word.id, removed).await.unwrap();
    assert!(matches!(reviews::remove_word(&mut tx, AREA, word.id, removed).await, Err(Error::Stale)));
    let found = reviews::find_word(&mut tx, AREA, word.id).await.unwrap().unwrap();
    assert_eq!(found.removed, Some(removed));
}
