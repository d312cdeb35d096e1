/// What was learned, as an OpenAPI 3.1 document.
@NullMarked
package dev.concordat.record.document;

import org.jspecify.annotations.NullMarked;
