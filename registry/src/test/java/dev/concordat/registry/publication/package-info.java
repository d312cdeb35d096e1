/// What versions say, and what is done with it.
@org.jspecify.annotations.NullMarked
package dev.concordat.registry.publication;
