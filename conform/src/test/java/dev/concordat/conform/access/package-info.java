/// Credentials on requests, and real logins.
@NullMarked
package dev.concordat.conform.access;

import org.jspecify.annotations.NullMarked;
