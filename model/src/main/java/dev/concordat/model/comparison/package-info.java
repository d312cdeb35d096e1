/// What comes of comparing two contracts: differences, each with its evidence.
@NullMarked
package dev.concordat.model.comparison;

import org.jspecify.annotations.NullMarked;
