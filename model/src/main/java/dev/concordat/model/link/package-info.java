/// Systems, parts and the links between them, by name.
@NullMarked
package dev.concordat.model.link;

import org.jspecify.annotations.NullMarked;
