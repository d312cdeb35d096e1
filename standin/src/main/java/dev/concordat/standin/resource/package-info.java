/// What the operations of a contract do to which resource, as far as paths, methods and schemas tell.
@NullMarked
package dev.concordat.standin.resource;

import org.jspecify.annotations.NullMarked;
