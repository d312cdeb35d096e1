/// XML bodies: reading them safely, and as values of the types that schemas ask for.
@NullMarked
package dev.concordat.contracts.xml;

import org.jspecify.annotations.NullMarked;
