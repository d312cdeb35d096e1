/// AsyncAPI documents: reading them, and judging messages by them.
@NullMarked
package dev.concordat.contracts.asyncapi;

import org.jspecify.annotations.NullMarked;
