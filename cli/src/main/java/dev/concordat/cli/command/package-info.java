/// One file for every command.
@NullMarked
package dev.concordat.cli.command;

import org.jspecify.annotations.NullMarked;
