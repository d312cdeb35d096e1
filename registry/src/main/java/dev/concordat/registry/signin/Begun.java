package dev.concordat.registry.signin;

/// What was remembered of a sign-in until the issuer leads back.
///
/// @param verifier proves that who began is who ends (RFC 7636)
/// @param callback where the issuer leads back to
/// @param returnTo the page that is shown then
record Begun(String nonce, String verifier, String callback, String returnTo) {}
