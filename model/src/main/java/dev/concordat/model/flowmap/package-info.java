/// Which values go from where to where through systems, and what became of them on the way.
@NullMarked
package dev.concordat.model.flowmap;

import org.jspecify.annotations.NullMarked;
