/// What happened to HTTP messages on the way: their targets, statuses, headers and bodies.
@NullMarked
package dev.concordat.fidelity.http;

import org.jspecify.annotations.NullMarked;
