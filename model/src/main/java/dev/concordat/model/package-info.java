/// The nouns: JSON values, places, exchanges, findings, incidents; matching. No I/O.
@NullMarked
package dev.concordat.model;

import org.jspecify.annotations.NullMarked;
