/// People sign in with a browser, by an issuer of identities (OpenID Connect Core 1.0).
@NullMarked
package dev.concordat.registry.signin;

import org.jspecify.annotations.NullMarked;
