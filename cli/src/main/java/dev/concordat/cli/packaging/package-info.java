/// What is done to the built jars before they are used.
@NullMarked
package dev.concordat.cli.packaging;

import org.jspecify.annotations.NullMarked;
