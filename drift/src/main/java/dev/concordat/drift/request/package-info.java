/// Requests that stubs answer: made from their patterns, and recognised by them.
@NullMarked
package dev.concordat.drift.request;

import org.jspecify.annotations.NullMarked;
