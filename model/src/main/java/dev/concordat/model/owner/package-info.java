/// Who is told, and why we think so.
@NullMarked
package dev.concordat.model.owner;

import org.jspecify.annotations.NullMarked;
