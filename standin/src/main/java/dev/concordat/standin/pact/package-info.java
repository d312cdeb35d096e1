/// Stand-ins that are made from pacts.
@NullMarked
package dev.concordat.standin.pact;

import org.jspecify.annotations.NullMarked;
