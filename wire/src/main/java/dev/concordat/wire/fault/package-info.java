/// Faults: what can go wrong with a connection, a stream of bytes, a message. One file a fault: its settings and what it
/// does, as a small function without I/O. Links and stand-ins carry out what it says. Start at {@link FaultRule} and
/// {@link Disturbances}.
@NullMarked
package dev.concordat.wire.fault;

import org.jspecify.annotations.NullMarked;
