/// How two schemas differ at one position of a message: which edits lead from the one to the other, and for each whether it
/// breaks anything, with a proof or a message. {@link SchemaComparison} is the door.
@NullMarked
package dev.concordat.compare.schema;

import org.jspecify.annotations.NullMarked;
