// SPDX-License-Identifier: AGPL-3.0-or-later
//! The requests to the provider: the only ones that leave the server.
//!
//! Invariants: TLS but for an address of this same machine; no redirect is followed; an answer has a limit of time and
//! size. Deliberately absent: kept connections, proxies, HTTP/2.

use super::ConfigError;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{HOST, HeaderValue};
use hyper::{Request, Response, Uri};
use hyper_util::rt::TokioIo;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// The longest that an answer of the provider may take.
const ANSWER_SECONDS: u64 = 10;
/// The most bytes of an answer.
const ANSWER_MAX_BYTES: usize = 1024 * 1024;

/// What went wrong on the way.
#[derive(Debug, thiserror::Error)]
pub(super) enum WireError {
    /// Neither TLS nor this machine.
    #[error("{0} is not reached by https")]
    Insecure(Uri),
    /// It took too long.
    #[error("no answer within {ANSWER_SECONDS} seconds")]
    Slow,
    /// The network, or TLS.
    #[error("{0}")]
    Network(#[from] std::io::Error),
    /// Not HTTP.
    #[error("{0}")]
    Http(#[from] hyper::Error),
    /// The answer broke off, or was too long.
    #[error("the answer cannot be taken: {0}")]
    Body(Box<dyn std::error::Error + Send + Sync>),
}

/// The way to the provider.
pub(super) struct Wire {
    tls: TlsConnector,
}

impl Wire {
    /// A way that trusts what the system trusts, and the authorities of a file.
    pub(super) fn new(authorities: Option<&Path>) -> Result<Self, ConfigError> {
        let mut roots = RootCertStore::empty();
        // What the system has and cannot be read is not trusted; without any, no provider is reached, which is told.
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        if let Some(path) = authorities {
            let unreadable = || ConfigError::Unreadable(path.to_owned());
            let found: Result<Vec<_>, _> = CertificateDer::pem_file_iter(path).map_err(|_| unreadable())?.collect();
            let (added, _) = roots.add_parsable_certificates(found.map_err(|_| unreadable())?);
            if added == 0 {
                return Err(ConfigError::Value("authorities_file"));
            }
        }
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| ConfigError::Words(error.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { tls: TlsConnector::from(Arc::new(config)) })
    }

    /// One request, and its answer.
    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, WireError> {
        let asked = tokio::time::timeout(Duration::from_secs(ANSWER_SECONDS), self.exchange(request));
        asked.await.unwrap_or(Err(WireError::Slow))
    }

    async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, WireError> {
        let uri = request.uri().clone();
        let (Some(host), true) = (uri.host(), is_safe(&uri)) else { return Err(WireError::Insecure(uri)) };
        let host = host.trim_matches(['[', ']']);
        let is_tls = uri.scheme_str() == Some("https");
        let port = uri.port_u16().unwrap_or(if is_tls { 443 } else { 80 });
        let stream = TcpStream::connect((host, port)).await?;
        let request = as_sent(request, &uri);
        if !is_tls {
            return converse(TokioIo::new(stream), request).await;
        }
        let insecure = |_| WireError::Insecure(uri.clone());
        let name = ServerName::try_from(host.to_owned()).map_err(insecure)?;
        converse(TokioIo::new(self.tls.connect(name, stream).await?), request).await
    }
}

impl<'c> AsyncHttpClient<'c> for Wire {
    type Error = WireError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, WireError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

/// Whether an address is reached by TLS, or is of this same machine.
pub(super) fn is_safe(uri: &Uri) -> bool {
    match (uri.scheme_str(), uri.host()) {
        (Some("https"), Some(host)) => !host.is_empty(),
        (Some("http"), Some(host)) => matches!(host, "localhost" | "127.0.0.1" | "[::1]"),
        _ => false,
    }
}

/// A request as a server wants it: the path alone, and the host in a line of its own.
fn as_sent(request: HttpRequest, uri: &Uri) -> Request<Full<Bytes>> {
    let (mut parts, body) = request.into_parts();
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    parts.uri = path.parse().unwrap_or_default();
    if let Some(host) = uri.authority().and_then(|place| HeaderValue::from_str(place.as_str()).ok()) {
        parts.headers.insert(HOST, host);
    }
    Request::from_parts(parts, Full::new(Bytes::from(body)))
}

async fn converse<I>(io: I, request: Request<Full<Bytes>>) -> Result<HttpResponse, WireError>
where
    I: hyper::rt::Read + hyper::rt::Write + Unpin + Send + 'static,
{
    let (mut sender, connection) = http1::handshake(io).await?;
    // It ends by itself when the sender is gone: after the answer, or when nobody waits for it any longer.
    tokio::spawn(connection);
    let (parts, body) = sender.send_request(request).await?.into_parts();
    let body = Limited::new(body, ANSWER_MAX_BYTES).collect().await.map_err(WireError::Body)?;
    Ok(Response::from_parts(parts, body.to_bytes().to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_reached_without_tls() {
        let safe = |text: &str| text.parse().is_ok_and(|uri: Uri| is_safe(&uri));
        assert!(
            safe("https://accesso.valdoro.example/realm") && safe("http://127.0.0.1:9/") && safe("http://[::1]:9/")
        );
        for bad in ["http://accesso.valdoro.example", "http://localhost.example", "ftp://localhost", "/here", ""] {
            assert!(!safe(bad), "{bad}");
        }
    }
}
