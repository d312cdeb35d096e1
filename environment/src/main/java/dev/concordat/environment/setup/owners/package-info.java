/// Who owns a system or a file, and which sentence of which file says so.
@NullMarked
package dev.concordat.environment.setup.owners;

import org.jspecify.annotations.NullMarked;
