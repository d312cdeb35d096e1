/// What earlier runs found, tried again before anything new is.
@NullMarked
package dev.concordat.conform.retry;

import org.jspecify.annotations.NullMarked;
