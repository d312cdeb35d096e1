/// GraphQL: old schemas with new ones, and documents with schemas.
@NullMarked
package dev.concordat.compare.graphql;

import org.jspecify.annotations.NullMarked;
