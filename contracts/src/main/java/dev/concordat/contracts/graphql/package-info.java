/// GraphQL: schemas and documents, and what goes over HTTP between the two.
@NullMarked
package dev.concordat.contracts.graphql;

import org.jspecify.annotations.NullMarked;
