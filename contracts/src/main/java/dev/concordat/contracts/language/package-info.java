/// Regular languages of texts: what a pattern matches, and whether two of them have a text in common.
@NullMarked
package dev.concordat.contracts.language;

import org.jspecify.annotations.NullMarked;
