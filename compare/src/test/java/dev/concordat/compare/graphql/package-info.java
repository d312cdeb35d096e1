@NullMarked
package dev.concordat.compare.graphql;

import org.jspecify.annotations.NullMarked;
