/// Which files a word of the command line means.
@NullMarked
package dev.concordat.cli.files;

import org.jspecify.annotations.NullMarked;
