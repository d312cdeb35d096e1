/// A certificate authority of this machine alone, with which Concordat can stand inside HTTPS where a person trusts it.
@NullMarked
package dev.concordat.wire.authority;

import org.jspecify.annotations.NullMarked;
