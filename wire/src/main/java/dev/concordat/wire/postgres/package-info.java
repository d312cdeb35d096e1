/// The link between a system and its PostgreSQL database: moves sessions to another database while nobody notices.
@NullMarked
package dev.concordat.wire.postgres;

import org.jspecify.annotations.NullMarked;
