/// Mountebank imposters.
@NullMarked
package dev.concordat.contracts.mountebank;

import org.jspecify.annotations.NullMarked;
