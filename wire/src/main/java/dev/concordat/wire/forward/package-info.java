/// Proxies that read along: in front of one provider, or for whatever hosts their clients ask for.
@NullMarked
package dev.concordat.wire.forward;

import org.jspecify.annotations.NullMarked;
