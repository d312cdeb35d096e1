/// Running regular expressions that strangers wrote.
@NullMarked
package dev.concordat.contracts.pattern;

import org.jspecify.annotations.NullMarked;
