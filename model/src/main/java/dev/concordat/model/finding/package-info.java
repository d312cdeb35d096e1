/// Broken expectations with their evidence, and incidents: findings with one cause.
@NullMarked
package dev.concordat.model.finding;

import org.jspecify.annotations.NullMarked;
