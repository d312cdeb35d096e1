/// concordat.yaml: its shape, its reader, and the text of a new one.
@NullMarked
package dev.concordat.environment.setup.config;

import org.jspecify.annotations.NullMarked;
