/// Databases: templates from migrations and seeds, a clone per flow, rows as they change.
@NullMarked
package dev.concordat.environment.data;

import org.jspecify.annotations.NullMarked;
