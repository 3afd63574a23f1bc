// SPDX-License-Identifier: AGPL-3.0-or-later
//! The office that is killed while its worker reads: nothing half is shown, and the next one reads what is left.

use crate::chance::Chance;
use crate::saves;
use ambito_app::reviews::{NewFile, ReviewFilter, Window};
use ambito_app::{Address, App, Db, Viewer};
use ambito_domain::office::{AreaId, BodyId, Duty, Reach, Role, Seat};
use ambito_domain::review::ReadingState;
use ambito_i18n::Language;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// How many documents wait.
const DOCUMENTS: usize = 6;
/// How often the office is killed.
const TIMES: u64 = 8;
/// After how long at most, in microseconds.
const MOMENT_MICROSECONDS_MAX: u64 = 1_500_000;
/// How often it is asked whether all is read, and how long it takes between two times.
const ASKED_MAX: usize = 600;
const BETWEEN_MILLISECONDS: u64 = 200;

/// Kills an office that reads, some times, and lets the last one come to an end.
pub fn cut_short(chance: &mut Chance) {
    let folder = tempfile::tempdir().unwrap();
    let address = Address::Sqlite(folder.path().join("ambito.db"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (area, viewer) = runtime.block_on(bring(&address));
    for _ in 0..TIMES {
        let mut office = start(&address);
        wait(Duration::from_micros(chance.below(MOMENT_MICROSECONDS_MAX)));
        office.kill().unwrap();
        office.wait().unwrap();
        runtime.block_on(look(&address, &viewer));
    }
    let mut office = start(&address);
    let mut asked = 0;
    while runtime.block_on(look(&address, &viewer)) < DOCUMENTS {
        asked += 1;
        assert!(asked < ASKED_MAX, "the readings do not come to an end");
        wait(Duration::from_millis(BETWEEN_MILLISECONDS));
    }
    office.kill().unwrap();
    office.wait().unwrap();
    runtime.block_on(async {
        let app = saves::app(Db::open(&address).await.unwrap());
        let keeper = Viewer::keeper(area, "prova".to_owned());
        let verdict = app.verify_audit(&keeper, &[], &mut |_| {}).await.unwrap();
        assert!(verdict.is_whole(), "{verdict:?}");
        app.close().await;
    });
}

/// Nobody sends anything: only the while passes.
fn wait(time: Duration) {
    let (_silent, silence) = mpsc::channel::<()>();
    let _ = silence.recv_timeout(time);
}

/// An office of its own, from when it says where it is.
fn start(address: &Address) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ambito"));
    command.args(["serve", "--listen", "127.0.0.1:0", "--database", &saves::written(address)]);
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut said = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
    assert!(!said.is_empty(), "the office did not begin");
    child
}

/// Brings documents in, to be read.
async fn bring(address: &Address) -> (AreaId, Viewer) {
    let app: App = saves::app(Db::open(address).await.unwrap());
    let area = app.load_area(&saves::outline(), "prova").await.unwrap().area;
    let keeper = Viewer::keeper(area, "prova".to_owned());
    let body: BodyId = app.list_bodies(&keeper).await.unwrap()[0].id;
    let mut viewer = Viewer::public(area, "prova".to_owned());
    viewer.staff = Some(app.list_staff(&keeper).await.unwrap()[0].id);
    let (reach, bodies, seat) = (Reach::Subtree, [body].into(), Seat::Below);
    viewer.standing.duties.push(Duty { role: Role::Programmer, body, reach, bodies, seat });
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/documenti/peg-2027.txt");
    let content = std::fs::read(path).unwrap();
    let file = |number: usize| {
        let more = format!("\nRiga {number} in fondo.\n").into_bytes();
        NewFile { name: format!("peg-{number}.txt"), content: [content.clone(), more].concat() }
    };
    app.upload(&viewer, body, (0..DOCUMENTS).map(file).collect()).await.unwrap();
    app.close().await;
    (area, viewer)
}

/// What is said to be read is there whole; how many that are.
async fn look(address: &Address, viewer: &Viewer) -> usize {
    let app = saves::app(Db::open(address).await.unwrap());
    let mut done = 0;
    for review in app.list_reviews(viewer, &ReviewFilter::default(), None).await.unwrap().reviews {
        let page = app.get_review(viewer, review.document, None, Window::Start, Language::Italian).await.unwrap();
        match page.reading.state {
            ReadingState::Done => {
                done += 1;
                let nodes = app.list_review_nodes(viewer, review.document, "").await.unwrap().len();
                assert_eq!(nodes, usize::try_from(page.reading.nodes).unwrap().min(50), "{}", review.name);
                assert_eq!(page.blocks.lines.len(), page.window.last_line as usize);
                assert!(page.open.is_some() && page.window.lines > 400, "{}", review.name);
            }
            ReadingState::Failed => panic!("{:?}", page.reading.fault),
            ReadingState::Waiting | ReadingState::Reading | ReadingState::Checking => {
                assert!(page.records.is_empty() && page.findings.is_empty(), "{} is half there", review.name);
            }
        }
    }
    app.close().await;
    done
}
