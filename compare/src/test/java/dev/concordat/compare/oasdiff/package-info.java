@NullMarked
package dev.concordat.compare.oasdiff;

import org.jspecify.annotations.NullMarked;
