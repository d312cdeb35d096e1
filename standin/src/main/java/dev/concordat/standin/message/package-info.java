/// Messages that a system sends and takes, made and judged by its AsyncAPI contract. No broker is needed here.
@NullMarked
package dev.concordat.standin.message;

import org.jspecify.annotations.NullMarked;
