@NullMarked
package dev.concordat.cli;

import org.jspecify.annotations.NullMarked;
