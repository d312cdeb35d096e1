@NullMarked
package dev.concordat.cli.comparison;

import org.jspecify.annotations.NullMarked;
