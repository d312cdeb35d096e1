/// Refusals: in the documented shape of the operation's errors, or as problem details (RFC 9457).
@NullMarked
package dev.concordat.standin.refusal;

import org.jspecify.annotations.NullMarked;
