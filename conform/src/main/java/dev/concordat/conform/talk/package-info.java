/// Requests with their reasons, and what came of them.
@NullMarked
package dev.concordat.conform.talk;

import org.jspecify.annotations.NullMarked;
