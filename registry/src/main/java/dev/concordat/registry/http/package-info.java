/// The server: requests as values in, answers as values out.
@NullMarked
package dev.concordat.registry.http;

import org.jspecify.annotations.NullMarked;
