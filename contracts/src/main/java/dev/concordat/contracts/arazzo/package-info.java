/// Arazzo documents (versions 1.0 and 1.1): workflows over operations, as records with their places.
@NullMarked
package dev.concordat.contracts.arazzo;

import org.jspecify.annotations.NullMarked;
