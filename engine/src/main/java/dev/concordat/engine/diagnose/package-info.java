/// From findings to incidents: which finding is the cause, and whose it is.
@NullMarked
package dev.concordat.engine.diagnose;

import org.jspecify.annotations.NullMarked;
