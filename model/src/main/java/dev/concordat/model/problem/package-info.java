/// What is wrong with something a person wrote, where, and how to mend it.
@NullMarked
package dev.concordat.model.problem;

import org.jspecify.annotations.NullMarked;
