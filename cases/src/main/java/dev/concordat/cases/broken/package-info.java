/// Values that break one sentence of a schema and no other.
@NullMarked
package dev.concordat.cases.broken;

import org.jspecify.annotations.NullMarked;
