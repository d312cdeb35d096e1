/// The contracts of a setup, by who provides and who needs.
@NullMarked
package dev.concordat.engine.book;

import org.jspecify.annotations.NullMarked;
