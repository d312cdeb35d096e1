/// What JSON values have in common: bounded summaries that are merged in any order, and the schemas that follow from them.
@NullMarked
package dev.concordat.record.shape;

import org.jspecify.annotations.NullMarked;
