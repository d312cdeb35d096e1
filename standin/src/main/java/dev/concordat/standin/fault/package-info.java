/// How one answer is disturbed on its way. The faults themselves are the wire's.
@NullMarked
package dev.concordat.standin.fault;

import org.jspecify.annotations.NullMarked;
