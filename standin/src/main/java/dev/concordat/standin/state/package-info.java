/// What a stand-in remembers.
@NullMarked
package dev.concordat.standin.state;

import org.jspecify.annotations.NullMarked;
