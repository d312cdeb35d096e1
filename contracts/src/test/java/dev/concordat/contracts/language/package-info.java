@NullMarked
package dev.concordat.contracts.language;

import org.jspecify.annotations.NullMarked;
