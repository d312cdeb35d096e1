/// The door: a folder in, a setup out; and the other way round, a setup as a new `concordat.yaml`.
@NullMarked
package dev.concordat.environment.setup.reader;

import org.jspecify.annotations.NullMarked;
