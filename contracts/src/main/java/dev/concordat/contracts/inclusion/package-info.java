/// Whether every value of one schema is a value of another, proved or disproved by a witness.
@NullMarked
package dev.concordat.contracts.inclusion;

import org.jspecify.annotations.NullMarked;
