/// Talking to a registry from the command line and from builds.
@NullMarked
package dev.concordat.cli.registry;

import org.jspecify.annotations.NullMarked;
