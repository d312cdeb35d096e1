/// Bodies of messages as values that schemas can judge, and values as bodies: JSON, forms, text, XML, multipart, sequences.
@NullMarked
package dev.concordat.contracts.body;

import org.jspecify.annotations.NullMarked;
