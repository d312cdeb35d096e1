/// JSON Schema documents as contracts of their own.
@NullMarked
package dev.concordat.contracts.jsonschema;

import org.jspecify.annotations.NullMarked;
