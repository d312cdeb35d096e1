/// Runs the registry: its database, its server, its workers.
@NullMarked
package dev.concordat.cli.serve;

import org.jspecify.annotations.NullMarked;
