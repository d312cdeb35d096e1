/// The door to every format: which kind of contract a file is, and the contract in it.
@NullMarked
package dev.concordat.contracts.reader;

import org.jspecify.annotations.NullMarked;
