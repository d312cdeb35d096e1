@NullMarked
package dev.concordat.engine.answers;

import org.jspecify.annotations.NullMarked;
