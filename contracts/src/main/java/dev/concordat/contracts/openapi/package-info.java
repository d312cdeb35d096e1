/// OpenAPI documents: reading them, routing requests to their operations, judging exchanges by them.
@NullMarked
package dev.concordat.contracts.openapi;

import org.jspecify.annotations.NullMarked;
