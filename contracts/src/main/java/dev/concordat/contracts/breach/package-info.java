/// Where an exchange breaks a sentence of a contract.
@NullMarked
package dev.concordat.contracts.breach;

import org.jspecify.annotations.NullMarked;
