/// How long operations took, and whether that is within their budgets.
@NullMarked
package dev.concordat.model.timing;

import org.jspecify.annotations.NullMarked;
