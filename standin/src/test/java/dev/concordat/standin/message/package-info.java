/// Tests of messages that stand-ins make, judge and answer.
@NullMarked
package dev.concordat.standin.message;

import org.jspecify.annotations.NullMarked;
