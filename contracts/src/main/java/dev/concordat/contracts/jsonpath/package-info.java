/// JSONPath (RFC 9535) over located trees.
@NullMarked
package dev.concordat.contracts.jsonpath;

import org.jspecify.annotations.NullMarked;
