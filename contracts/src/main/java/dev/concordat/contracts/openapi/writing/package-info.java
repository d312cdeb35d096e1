/// Writing OpenAPI 3.1 documents from contracts of every version. Start reading at `OpenApiWriter`.
@NullMarked
package dev.concordat.contracts.openapi.writing;

import org.jspecify.annotations.NullMarked;
