/// The folder that holds all of Concordat's state, and the runs in it.
@NullMarked
package dev.concordat.environment.home;

import org.jspecify.annotations.NullMarked;
