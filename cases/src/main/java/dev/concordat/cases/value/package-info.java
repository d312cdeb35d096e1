/// Values that keep a schema, the same for the same seed.
@NullMarked
package dev.concordat.cases.value;

import org.jspecify.annotations.NullMarked;
