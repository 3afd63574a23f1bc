// SPDX-License-Identifier: AGPL-3.0-or-later
//! The server: from a request to a page, through one gate.
//!
//! Invariants: every route is an entry of [`routes`](crate::routes::routes) and says what it needs; the gate knows who looks,
//! refuses what is not theirs, proves that a form comes from our own page, and keeps what was typed when a session is
//! over; a handler gets a [`Context`] and calls `app`. Deliberately absent: state between requests.

mod context;
mod failure;
mod gate;
mod language;
mod limits;
mod options;
mod posted;
mod route;

pub use context::Context;
pub use failure::{Answer, Failure};
pub use options::{Before, Options};
pub use posted::Posted;
pub use route::{Needs, Route, Verb};

use crate::render::{Engine, RenderError, Site};
use crate::{assets, headers, routes};
use ambito_app::App;
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// The longest that an answer may take.
const ANSWER_SECONDS: u64 = 60;

/// What every handler can reach.
#[derive(Clone)]
pub struct Server {
    /// The use cases.
    pub app: App,
    pub(crate) engine: Arc<Engine>,
    pub(crate) options: Arc<Options>,
    limits: Arc<limits::Limits>,
}

impl Server {
    /// A server over the use cases.
    ///
    /// # Errors
    /// Where a template is not well formed; a test proves that none is.
    pub fn new(app: App, options: Options) -> Result<Self, RenderError> {
        let engine = Arc::new(Engine::new(Site::published())?);
        Ok(Self { app, engine, options: Arc::new(options), limits: Arc::new(limits::Limits::new()) })
    }

    /// Tells who keeps the machine.
    pub(crate) fn log(&self, line: &str) {
        (self.options.log)(line);
    }

    /// All routes, behind the gate.
    pub fn router(&self) -> Router {
        let mut router: Router<Self> = Router::new();
        for route in routes::routes() {
            let gate = from_fn_with_state((self.clone(), route.needs), gate::enter);
            router = router.route(route.path, route.handler.layer(gate));
        }
        let elsewhere = from_fn_with_state((self.clone(), Needs::Nothing), gate::enter);
        let nowhere: Router<Self> = Router::new().fallback(failure::nowhere).layer(elsewhere);
        router
            .route(assets::ROUTE, axum::routing::get(assets::serve))
            .fallback_service(nowhere.with_state(self.clone()))
            .layer(CompressionLayer::new())
            .layer(TimeoutLayer::with_status_code(
                axum::http::StatusCode::SERVICE_UNAVAILABLE,
                Duration::from_secs(ANSWER_SECONDS),
            ))
            .layer(from_fn(headers::secure))
            .with_state(self.clone())
    }

    /// Serves until `stop` is done; what was begun is finished.
    ///
    /// # Errors
    /// What the network says.
    pub async fn serve(
        self,
        listener: tokio::net::TcpListener,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> std::io::Result<()> {
        let service = self.router().into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, service).with_graceful_shutdown(stop).await
    }
}
