@NullMarked
package dev.concordat.cli.serve;

import org.jspecify.annotations.NullMarked;
