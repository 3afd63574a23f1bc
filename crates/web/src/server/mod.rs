// SPDX-License-Identifier: AGPL-3.0-or-later
//! The server: from a request to a page, through one gate.
//!
//! Invariants: every route is an entry of [`routes`](crate::routes::routes) and says what it needs; the gate knows who looks,
//! refuses what is not theirs, proves that a form comes from our own page, and keeps what was typed when a session is
//! over; a handler gets a [`Context`] and calls `app`. Deliberately absent: state between requests.

mod context;
mod failure;
mod files;
mod gate;
mod language;
mod limits;
mod naming;
mod options;
mod posted;
mod route;

pub use context::Context;
pub use failure::{Answer, Failure};
pub use files::{FILE_BYTES_MAX, FILES_MAX, Files, PostedFile, REQUEST_BYTES_MAX};
pub(crate) use naming::{disposition, slug};
pub use options::{Before, Options};
pub use posted::Posted;
pub use route::{Needs, Route, Takes, Verb};

use crate::pages::plans::node::NodeKey;
use crate::render::{Engine, Kept, RenderError, Site};
use crate::{assets, headers, routes};
use ambito_app::App;
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// The longest that an answer may take.
const ANSWER_SECONDS: u64 = 60;
/// The longest that a form with files may take: the most that it may hold, over the line of a small office.
const FILES_SECONDS: u64 = 45 * 60;

/// What every handler can reach.
#[derive(Clone)]
pub struct Server {
    /// The use cases.
    pub app: App,
    pub(crate) engine: Arc<Engine>,
    pub(crate) options: Arc<Options>,
    limits: Arc<limits::Limits>,
    purse: files::Purse,
    /// Pages of nodes that were looked at last.
    pub(crate) nodes: Arc<Kept<NodeKey>>,
    #[cfg(feature = "oidc")]
    outside: Option<Arc<crate::oidc::Provider>>,
}

impl Server {
    /// A server over the use cases.
    ///
    /// # Errors
    /// Where a template is not well formed; a test proves that none is.
    pub fn new(app: App, options: Options) -> Result<Self, RenderError> {
        let engine = Arc::new(Engine::new(Site::published())?);
        Ok(Self {
            app,
            engine,
            options: Arc::new(options),
            limits: Arc::new(limits::Limits::new()),
            purse: files::Purse::new(),
            nodes: Arc::default(),
            #[cfg(feature = "oidc")]
            outside: None,
        })
    }

    /// The same server, where staff may come in through a provider as well.
    #[cfg(feature = "oidc")]
    #[must_use]
    pub fn with_oidc(self, provider: crate::oidc::Provider) -> Self {
        Self { outside: Some(Arc::new(provider)), ..self }
    }

    /// The provider.
    #[cfg(feature = "oidc")]
    pub(crate) fn outside(&self) -> Option<Arc<crate::oidc::Provider>> {
        self.outside.clone()
    }

    /// What the button that leads to the provider is called, where there is one.
    pub(crate) fn outside_name(&self, language: ambito_i18n::Language) -> Option<&str> {
        #[cfg(feature = "oidc")]
        let name = self.outside.as_ref().map(|provider| provider.name(language));
        #[cfg(not(feature = "oidc"))]
        let name = {
            let _ = language;
            None
        };
        name
    }

    /// Whether an address may try to sign in now.
    #[cfg(feature = "oidc")]
    pub(crate) fn may_try(&self, address: &str) -> bool {
        self.limits.may_try(address)
    }

    fn routes(&self) -> Vec<Route> {
        #[cfg(feature = "oidc")]
        if self.outside.is_some() {
            return routes::routes().into_iter().chain(routes::oidc_routes()).collect();
        }
        routes::routes()
    }

    /// Tells who keeps the machine.
    pub(crate) fn log(&self, line: &str) {
        (self.options.log)(line);
    }

    /// All routes, behind the gate.
    pub fn router(&self) -> Router {
        let mut router: Router<Self> = Router::new();
        for route in self.routes() {
            let gate = from_fn_with_state((self.clone(), route.needs, route.takes), gate::enter);
            router = router.route(route.path, route.handler.layer::<_, Infallible>(gate).layer(in_time(route.takes)));
        }
        let elsewhere = from_fn_with_state((self.clone(), Needs::Nothing, Takes::Pairs), gate::enter);
        let nowhere: Router<Self> =
            Router::new().fallback(failure::nowhere).layer(elsewhere).layer(in_time(Takes::Pairs));
        router
            .route(assets::ROUTE, axum::routing::get(assets::serve))
            .fallback_service(nowhere.with_state(self.clone()))
            .layer(CompressionLayer::new())
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

/// What ends an answer that takes too long.
fn in_time(takes: Takes) -> TimeoutLayer {
    let seconds = match takes {
        Takes::Pairs => ANSWER_SECONDS,
        Takes::Files => FILES_SECONDS,
    };
    TimeoutLayer::with_status_code(axum::http::StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(seconds))
}
