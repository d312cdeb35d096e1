/// Which outcome a caller or a rule asks for.
@NullMarked
package dev.concordat.standin.wish;

import org.jspecify.annotations.NullMarked;
