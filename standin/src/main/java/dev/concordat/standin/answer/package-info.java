/// Documented responses: media types, headers, examples and made bodies.
@NullMarked
package dev.concordat.standin.answer;

import org.jspecify.annotations.NullMarked;
