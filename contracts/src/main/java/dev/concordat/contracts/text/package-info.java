/// Text from the wire made values of the types that schemas ask for.
@NullMarked
package dev.concordat.contracts.text;

import org.jspecify.annotations.NullMarked;
