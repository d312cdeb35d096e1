/// What a stand-in answers: a function of its contract, its seed and the requests before.
@NullMarked
package dev.concordat.standin;

import org.jspecify.annotations.NullMarked;
