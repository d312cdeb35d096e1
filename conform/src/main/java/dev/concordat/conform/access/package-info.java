/// Who a request comes from: credentials, where they are got, and how a request carries them.
@NullMarked
package dev.concordat.conform.access;

import org.jspecify.annotations.NullMarked;
