/// The HTTP API of Toxiproxy, so that its clients work with Concordat's links and faults. Start at
/// {@link ToxiproxyServer}.
@NullMarked
package dev.concordat.wire.toxiproxy;

import org.jspecify.annotations.NullMarked;
