/// What systems are told so that they trust links with TLS, and reach links by the names of hosts.
@NullMarked
package dev.concordat.environment.reach;

import org.jspecify.annotations.NullMarked;
