/// How answers are disturbed on their way: late, cut, garbled, never.
@NullMarked
package dev.concordat.standin.fault;

import org.jspecify.annotations.NullMarked;
