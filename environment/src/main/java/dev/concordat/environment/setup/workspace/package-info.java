/// The folder under detection: its files, read once each, and what was noted while reading.
@NullMarked
package dev.concordat.environment.setup.workspace;

import org.jspecify.annotations.NullMarked;
