/// Stand-ins that are made from GraphQL schemas.
@NullMarked
package dev.concordat.standin.graphql;

import org.jspecify.annotations.NullMarked;
