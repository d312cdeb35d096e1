@NullMarked
package dev.concordat.cli.files;

import org.jspecify.annotations.NullMarked;
