/// What a run against one provider says: findings, coverage, notices.
@NullMarked
package dev.concordat.model.conform;

import org.jspecify.annotations.NullMarked;
