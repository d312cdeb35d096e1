/// What oasdiff and other tools for OpenAPI call the differences that are found here, so that ignore files, dashboards and
/// habits carry over.
@NullMarked
package dev.concordat.compare.oasdiff;

import org.jspecify.annotations.NullMarked;
