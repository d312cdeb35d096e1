/// Files as a git revision has them. {@link Revisions} is the door.
@NullMarked
package dev.concordat.cli.revision;

import org.jspecify.annotations.NullMarked;
