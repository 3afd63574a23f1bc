// SPDX-License-Identifier: AGPL-3.0-or-later
//! The provider: where a browser is sent, and what is believed of what comes back.

use super::wire::{Wire, is_safe};
use super::{Config, ConfigError};
use ambito_app::signing::{Begun, Outside, Proof, Proven};
use ambito_base::Timestamp;
use ambito_i18n::Language;
use axum::http::Uri;
use chrono::{DateTime, Utc};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreClientAuthMethod, CoreErrorResponseType,
    CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata,
    CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AccessTokenHash, AdditionalClaims, AuthType, AuthenticationContextClass, AuthorizationCode,
    ClaimsVerificationError, Client, ClientId, ClientSecret, CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IdTokenFields, IssuerUrl, Nonce, OAuth2TokenResponse as _, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, StandardErrorResponse, StandardTokenResponse,
    TokenResponse as _,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;

/// The signatures that are believed: with a key that only the provider has.
const SIGNATURES: [CoreJwsSigningAlgorithm; 5] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// The claims that no standard names.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(transparent)]
struct Others(BTreeMap<String, Value>);

impl AdditionalClaims for Others {}

type Fields = IdTokenFields<
    Others,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;
type Tokens = StandardTokenResponse<Fields, CoreTokenType>;
type Party = Client<
    Others,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Why the provider did not help.
#[derive(Debug)]
pub struct Trouble {
    /// What the person and the record are told.
    pub why: Outside,
    /// What who keeps the machine is told; no secret is in it.
    pub told: String,
}

impl Trouble {
    fn new(why: Outside, told: impl Into<String>) -> Self {
        Self { why, told: told.into() }
    }
}

/// The provider of a configuration.
pub struct Provider {
    config: Config,
    redirect: RedirectUrl,
    issuer: IssuerUrl,
    wire: Wire,
}

impl Provider {
    /// The provider of a configuration, for a server that people reach at an address.
    ///
    /// # Errors
    /// What is wrong with the configuration.
    pub fn new(config: Config, url: &str) -> Result<Self, ConfigError> {
        let redirect = RedirectUrl::new(format!("{}/login/oidc/callback", url.trim_end_matches('/')));
        let redirect = redirect.map_err(|_| ConfigError::Value("--url"))?;
        let issuer = IssuerUrl::new(config.issuer.clone()).map_err(|_| ConfigError::Value("issuer"))?;
        let wire = Wire::new(config.authorities_file.as_deref())?;
        Ok(Self { config, redirect, issuer, wire })
    }

    /// What the button is called.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Italian => &self.config.name.it,
            Language::English => &self.config.name.en,
        }
    }

    /// The address that a browser is sent to.
    ///
    /// # Errors
    /// Where the provider does not answer.
    pub async fn leave(&self, begun: &Begun) -> Result<String, Trouble> {
        let party = self.party().await?;
        let (state, nonce) = (CsrfToken::new(begun.state.clone()), Nonce::new(begun.nonce.clone()));
        let verifier = PkceCodeVerifier::new(begun.verifier.clone());
        let mut request = party
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || state, move || nonce)
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        for scope in &self.config.scopes {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        for acr in &self.config.acr {
            request = request.add_auth_context_value(AuthenticationContextClass::new(acr.clone()));
        }
        let (url, _, _) = request.url();
        if !url.as_str().parse::<Uri>().is_ok_and(|uri| is_safe(&uri)) {
            return Err(Trouble::new(Outside::Unreachable, "the provider sends browsers to an address without https"));
        }
        Ok(url.to_string())
    }

    /// Who has come back with a code, for an attempt.
    ///
    /// # Errors
    /// Where the provider does not answer, or what it says does not stand.
    pub async fn prove(&self, code: &str, nonce: &str, verifier: &str, now: Timestamp) -> Result<Proof, Trouble> {
        let party = self.party().await?;
        let exchange = party.exchange_code(AuthorizationCode::new(code.to_owned()));
        let exchange =
            exchange.map_err(|_| Trouble::new(Outside::Unreachable, "the provider has no token endpoint"))?;
        let exchange = exchange.set_pkce_verifier(PkceCodeVerifier::new(verifier.to_owned()));
        let tokens = exchange.request_async(&self.wire).await.map_err(|error| match error {
            RequestTokenError::ServerResponse(said) => Trouble::new(Outside::Refused, format!("the provider: {said}")),
            error => Trouble::new(Outside::Unreachable, chain(&error)),
        })?;
        self.believe(&party, &tokens, nonce, now)
    }

    /// What stands of what the provider sent.
    fn believe(&self, party: &Party, tokens: &Tokens, nonce: &str, now: Timestamp) -> Result<Proof, Trouble> {
        let untrusted = |point: &'static str, told: String| Trouble::new(Outside::Untrusted(point), told);
        let token = tokens.id_token().ok_or_else(|| untrusted("token", "no token of identity came".to_owned()))?;
        let moment = DateTime::<Utc>::from_timestamp(now.as_second(), 0).unwrap_or_default();
        let verifier = party.id_token_verifier().set_allowed_algs(SIGNATURES).set_time_fn(move || moment);
        let claims = token.claims(&verifier, &Nonce::new(nonce.to_owned()));
        let claims = claims.map_err(|error| untrusted(point(&error), chain(&error)))?;
        if let Some(expected) = claims.access_token_hash() {
            let alg = token.signing_alg().map_err(|error| untrusted("signature", chain(&error)))?;
            let key = token.signing_key(&verifier).map_err(|error| untrusted("signature", chain(&error)))?;
            let found = AccessTokenHash::from_token(tokens.access_token(), alg, key);
            if found.map_err(|error| untrusted("at-hash", chain(&error)))? != *expected {
                return Err(untrusted("at-hash", "at_hash is of another access token".to_owned()));
            }
        }
        let acr = claims.auth_context_ref().map(|acr| acr.as_str().to_owned());
        let proven = if self.config.acr.is_empty() {
            Proven::Somehow
        } else if acr.as_ref().is_some_and(|acr| self.config.acr.contains(acr)) {
            Proven::Strongly
        } else {
            return Err(Trouble::new(Outside::Weak, format!("acr={}", acr.unwrap_or_default())));
        };
        let said = serde_json::to_value(claims).unwrap_or_default();
        let word = |name: &str| said.get(name).and_then(Value::as_str).map(str::trim).filter(|word| !word.is_empty());
        let subject = word(&self.config.subject)
            .ok_or_else(|| untrusted("subject", format!("the claim `{}` is missing", self.config.subject)))?;
        // The standard claim is believed only where the provider says that it has looked (OpenID Connect Core, 5.1).
        let believed = |name: &str| name != "email" || said.get("email_verified") == Some(&Value::Bool(true));
        let claim = |name: &Option<String>| name.as_deref().and_then(word).map(str::to_owned);
        Ok(Proof {
            issuer: self.config.issuer.clone(),
            subject: subject.to_owned(),
            login: claim(&self.config.login),
            email: claim(&self.config.email.clone().filter(|name| believed(name))),
            acr,
            proven,
        })
    }

    /// The provider as it says it is now.
    async fn party(&self) -> Result<Party, Trouble> {
        let found = CoreProviderMetadata::discover_async(self.issuer.clone(), &self.wire).await;
        let metadata = found.map_err(|error| Trouble::new(Outside::Unreachable, chain(&error)))?;
        let methods = metadata.token_endpoint_auth_methods_supported().cloned().unwrap_or_default();
        let posts = methods.contains(&CoreClientAuthMethod::ClientSecretPost)
            && !methods.contains(&CoreClientAuthMethod::ClientSecretBasic);
        let secret = self.config.client_secret.clone().map(ClientSecret::new);
        let party = Party::from_provider_metadata(metadata, ClientId::new(self.config.client_id.clone()), secret);
        let party = party.set_redirect_uri(self.redirect.clone());
        Ok(if posts { party.set_auth_type(AuthType::RequestBody) } else { party })
    }
}

/// In which point a token does not stand.
fn point(error: &ClaimsVerificationError) -> &'static str {
    match error {
        ClaimsVerificationError::Expired(_) => "expired",
        ClaimsVerificationError::InvalidAudience(_) => "audience",
        ClaimsVerificationError::InvalidIssuer(_) => "issuer",
        ClaimsVerificationError::InvalidNonce(_) => "nonce",
        ClaimsVerificationError::SignatureVerification(_) => "signature",
        _ => "token",
    }
}

/// An error with what caused it.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}
