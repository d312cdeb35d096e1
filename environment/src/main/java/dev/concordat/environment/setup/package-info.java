/// What is to be started and tested: systems, parts, owners; found in a folder, or written in `concordat.yaml`.
@NullMarked
package dev.concordat.environment.setup;

import org.jspecify.annotations.NullMarked;
