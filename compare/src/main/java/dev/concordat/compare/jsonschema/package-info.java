/// JSON Schema documents compared: whether the values that one allows are values of the other.
@NullMarked
package dev.concordat.compare.jsonschema;

import org.jspecify.annotations.NullMarked;
