/// Started servers that speak for GraphQL schemas.
@NullMarked
package dev.concordat.standin.graphql;

import org.jspecify.annotations.NullMarked;
