/// Operations over HTTP as contracts document them: paths, parameters and how they travel, bodies, media types.
@NullMarked
package dev.concordat.contracts.http;

import org.jspecify.annotations.NullMarked;
