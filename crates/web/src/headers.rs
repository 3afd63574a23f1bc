// SPDX-License-Identifier: AGPL-3.0-or-later
//! The headers that keep a page in its place: no code but ours, no frame, no other host, nothing kept.
//!
//! Invariant: every answer has them, errors too. A file that somebody brought is shut off further
//! ([`ShutOff`]). Deliberately absent: exceptions for a page; what a policy forbids is written in another way. `Strict-Transport-Security` is said by who ends TLS, and only where it does.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// What a page may load, and from where: this server alone, and no code or style inside the page.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// What a file that somebody brought may do: nothing, not even belong to this server.
pub const SHUT_OFF_POLICY: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

/// Marks the answer that gives a file that somebody brought.
#[derive(Clone, Copy, Debug)]
pub struct ShutOff;

/// The devices of a browser that no page asks for.
const PERMISSIONS_POLICY: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

/// The headers of every answer.
const HEADERS: [(HeaderName, HeaderValue); 7] = [
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_SECURITY_POLICY)),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("permissions-policy"), HeaderValue::from_static(PERMISSIONS_POLICY)),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
];

/// Puts the headers on an answer; one that does not say how long it may be kept is kept nowhere.
///
/// For `axum::middleware::from_fn`, as the outermost layer of all routes.
pub async fn secure(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let is_shut_off = response.extensions().get::<ShutOff>().is_some();
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, value);
    }
    if is_shut_off {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SHUT_OFF_POLICY));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::body::Body;
    use axum::http::StatusCode;
    use axum::routing::get;
    use tower::ServiceExt;

    #[tokio::test]
    async fn every_answer_has_them() {
        let kept = || async { [(header::CACHE_CONTROL, "max-age=60")] };
        let router = Router::new()
            .route("/", get(|| async { "page" }))
            .route("/kept", get(kept))
            .layer(axum::middleware::from_fn(secure));
        let check = async |path: &str, status: StatusCode, cache: &str| {
            let request = Request::builder().uri(path).body(Body::empty()).unwrap();
            let response = router.clone().oneshot(request).await.unwrap();
            assert_eq!(response.status(), status, "{path}");
            assert_eq!(response.headers()[header::CACHE_CONTROL], cache, "{path}");
            for (name, value) in HEADERS {
                assert_eq!(response.headers()[&name], value, "{path}");
            }
        };
        check("/", StatusCode::OK, "no-store").await;
        check("/kept", StatusCode::OK, "max-age=60").await;
        check("/missing", StatusCode::NOT_FOUND, "no-store").await;
    }

    #[test]
    fn the_policy_allows_no_code_in_pages() {
        assert!(!CONTENT_SECURITY_POLICY.contains("unsafe"));
        assert!(!CONTENT_SECURITY_POLICY.contains("  "));
    }
}
