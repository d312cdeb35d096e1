/// Several servers on one database.
@org.jspecify.annotations.NullMarked
package dev.concordat.registry.together;
