/// What is said of stubs that are held against the truth about a provider.
@NullMarked
package dev.concordat.model.drift;

import org.jspecify.annotations.NullMarked;
