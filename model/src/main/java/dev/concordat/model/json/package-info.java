/// JSON values that keep every digit and every string as it was written.
@NullMarked
package dev.concordat.model.json;

import org.jspecify.annotations.NullMarked;
