@NullMarked
package dev.concordat.compare.jsonschema;

import org.jspecify.annotations.NullMarked;
