// SPDX-License-Identifier: AGPL-3.0-or-later
// A real OpenID Connect provider on this machine, for the tests. Who sits before it says in the address who they are
// (`/interaction/…?sub=…&acr=…`); `/change?what=…` spoils the tokens of identity that it gives from then on, each in
// one way. Prints its address when it is ready, and ends with its standard input.

import { createServer } from "node:http";
import { exportJWK, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, decodeJwt, decodeProtectedHeader } from "jose";
import { Provider } from "oidc-provider";

const [seconds, redirect, secret] = process.argv.slice(2);
// The clock of the test, so that both mean the same moment.
const clock = Date.now;
const offset = Number(seconds) * 1000 - clock();
Date.now = () => clock() + offset;

const people = {
  "s-conti": { preferred_username: "conti" },
  "s-conti-2": { preferred_username: "conti" },
  "s-direzione": { preferred_username: "direzione.esterna", email: "Direzione@valdoro.example", email_verified: true },
  "s-programma": { preferred_username: "programma.esterno", email: "programma@valdoro.example", email_verified: false },
  "s-valuta": { preferred_username: "Valuta", matricola: "matricola-7" },
  "s-revisione": { preferred_username: "revisione" },
  "s-partita": { preferred_username: "partita" },
};

async function key() {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: "uno", alg: "RS256", use: "sig" };
}

const own = await key();
const other = await key();
let change = "";

async function spoiled(token) {
  const claims = decodeJwt(token);
  const header = decodeProtectedHeader(token);
  const signed = async (changed, jwk = own) =>
    new SignJWT({ ...claims, ...changed }).setProtectedHeader(header).sign(await importJWK(jwk, "RS256"));
  switch (change) {
    case "content": {
      const [head, , signature] = token.split(".");
      const text = JSON.stringify({ ...claims, preferred_username: "sistema" });
      return [head, Buffer.from(text).toString("base64url"), signature].join(".");
    }
    case "key":
      return signed({}, other);
    case "none":
      return new UnsecuredJWT(claims).encode();
    case "shared":
      return new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode(secret));
    case "issuer":
      return signed({ iss: "https://altro.valdoro.example" });
    case "audience":
      return signed({ aud: "altro" });
    case "audiences":
      return signed({ aud: [claims.aud, "altro"] });
    case "expired":
      return signed({ exp: Number(seconds) - 1 });
    case "nonce":
      return signed({ nonce: "altro" });
    case "no-nonce":
      return signed({ nonce: undefined });
    case "at-hash":
      return signed({ at_hash: "AAAAAAAAAAAAAAAAAAAAAA" });
    case "no-acr":
      return signed({ acr: undefined });
    default:
      return token;
  }
}

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "ambito", client_secret: secret, redirect_uris: [redirect], grant_types: ["authorization_code"] }],
    acrValues: ["livello-1", "livello-2"],
    claims: { openid: ["sub", "matricola"], profile: ["preferred_username"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    cookies: { keys: ["una chiave"] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    jwks: { keys: [own] },
    loadExistingGrant: async (context) => {
      const { client, session, params } = context.oidc;
      const grant = new context.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(params.scope);
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
  });
  provider.use(async (context, next) => {
    await next();
    if (context.oidc?.route === "token" && context.body?.id_token) {
      context.body.id_token = await spoiled(context.body.id_token);
    }
  });
  provider.on("server_error", (_, error) => console.error(error));
  const handle = provider.callback();
  server.on("request", async (request, response) => {
    const url = new URL(request.url, issuer);
    if (url.pathname === "/change") {
      change = url.searchParams.get("what");
      response.end();
    } else if (url.pathname.startsWith("/interaction/")) {
      const [sub, acr] = [url.searchParams.get("sub"), url.searchParams.get("acr")];
      const no = { error: "access_denied", error_description: "no" };
      const result = sub ? { login: { accountId: sub, acr: acr || undefined, remember: false } } : no;
      await provider.interactionFinished(request, response, result);
    } else {
      handle(request, response);
    }
  });
  console.log(issuer);
});
process.stdin.on("end", () => process.exit(0)).resume();
