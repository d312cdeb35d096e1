/// Who may do what: tokens, users of old clients, the scope of each route, the audit log.
@NullMarked
package dev.concordat.registry.access;

import org.jspecify.annotations.NullMarked;
