/// Sends e-mail through one mail server.
@NullMarked
package dev.concordat.registry.mail;

import org.jspecify.annotations.NullMarked;
