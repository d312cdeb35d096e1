/// From suspicions to findings: confirmed, shrunk, and joined where they have one cause.
@NullMarked
package dev.concordat.conform.cause;

import org.jspecify.annotations.NullMarked;
