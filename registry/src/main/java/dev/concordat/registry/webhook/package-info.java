/// Webhooks: who is called when something happens to a contract, the outbox of calls, and their delivery.
@NullMarked
package dev.concordat.registry.webhook;

import org.jspecify.annotations.NullMarked;
