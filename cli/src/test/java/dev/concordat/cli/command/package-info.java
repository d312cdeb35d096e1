@NullMarked
package dev.concordat.cli.command;

import org.jspecify.annotations.NullMarked;
