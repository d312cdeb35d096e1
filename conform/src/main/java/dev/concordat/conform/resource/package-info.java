/// The things that a contract's operations create, read, change and delete, and how they hang together.
@NullMarked
package dev.concordat.conform.resource;

import org.jspecify.annotations.NullMarked;
