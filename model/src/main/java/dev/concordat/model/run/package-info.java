/// A whole run as data: what was set up, what was tried, what was found.
@NullMarked
package dev.concordat.model.run;

import org.jspecify.annotations.NullMarked;
