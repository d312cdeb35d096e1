/// Values of responses that keep their schemas, made from a seed and completed from what is known.
@NullMarked
package dev.concordat.standin.value;

import org.jspecify.annotations.NullMarked;
