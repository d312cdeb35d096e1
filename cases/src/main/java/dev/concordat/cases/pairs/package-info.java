/// Few rows in which every two choices meet.
@NullMarked
package dev.concordat.cases.pairs;

import org.jspecify.annotations.NullMarked;
