/// Incidents: opened once for a cause, told to the owners of both sides, closed by green runs.
@NullMarked
package dev.concordat.registry.notify;

import org.jspecify.annotations.NullMarked;
