/// Recordings of HTTP traffic, compared with one another.
@NullMarked
package dev.concordat.cli.recording;

import org.jspecify.annotations.NullMarked;
